/** A monotone map from data to pixels. */
export type Scale = (value: number) => number;

/** Maps [from, to] to [start, end] pixels; an empty domain maps to `start`. */
export function linearScale([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  const slope = to === from ? 0 : (end - start) / (to - from);
  return (value) => start + (value - from) * slope;
}

/** As `linearScale` in the logarithm. Values below the domain (zero included) are drawn at its lower end. */
export function logScale([from, to]: readonly [number, number], range: readonly [number, number]): Scale {
  const inner = linearScale([Math.log(from), Math.log(to)], range);
  return (value) => inner(Math.log(Math.max(value, from)));
}

/** As a scale, but values beyond [from, to] are drawn at that end. */
export function held(scale: Scale, [from, to]: readonly [number, number]): Scale {
  return (value) => scale(Math.max(from, Math.min(value, to)));
}

/** Training steps stand along log(1 + step / bend): what happens in a run happens early, and step 0 is on the axis. */
const bend = 8;

/** Where a step stands between the first, 0, and the last, 1. */
export const shareOfStep = (step: number, steps: number) =>
  steps > 0 ? Math.log1p(step / bend) / Math.log1p(steps / bend) : 0;

/** The step, with the part of one, that stands at a share of the axis. */
export const stepAtShare = (share: number, steps: number) => bend * Math.expm1(share * Math.log1p(steps / bend));

/** Maps the steps of a run to [start, end] pixels. */
export function stepScale(steps: number, [start, end]: readonly [number, number]): Scale {
  return (step) => start + shareOfStep(step, steps) * (end - start);
}
