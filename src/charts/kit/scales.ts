/** Between which values and pixels a scale runs, and evenly in what; plain, so that a file can have the axis as its own. */
export interface Run {
  readonly evenly: 'linear' | 'log' | 'steps';
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** A monotone map from data to pixels. */
export interface Scale {
  (value: number): number;
  readonly run?: Run | undefined;
}

type Ends = readonly [number, number];
const scale = (map: Scale, evenly: Run['evenly'], [from, to]: Ends, [start, end]: Ends): Scale =>
  Object.assign(map, { run: { evenly, from, to, start, end } });

/** Maps [from, to] to [start, end] pixels; an empty domain maps to `start`. */
export function linearScale(domain: Ends, range: Ends): Scale {
  const [from, to] = domain,
    [start, end] = range;
  const slope = to === from ? 0 : (end - start) / (to - from);
  return scale((value) => start + (value - from) * slope, 'linear', domain, range);
}

/** As `linearScale` in the logarithm. Values below the domain (zero included) are drawn at its lower end. */
export function logScale(domain: Ends, range: Ends): Scale {
  const [from, to] = domain;
  const inner = linearScale([Math.log(from), Math.log(to)], range);
  return scale((value) => inner(Math.log(Math.max(value, from))), 'log', domain, range);
}

/** As a scale, but values beyond [from, to] are drawn at that end. */
export function held(inner: Scale, [from, to]: Ends): Scale {
  return Object.assign((value: number) => inner(Math.max(from, Math.min(value, to))), { run: inner.run });
}

/** Training steps stand along log(1 + step / bend): what happens in a run happens early, and step 0 is on the axis. */
export const bend = 8;

/** Where a step stands between the first, 0, and the last, 1. */
export const shareOfStep = (step: number, steps: number) =>
  steps > 0 ? Math.log1p(step / bend) / Math.log1p(steps / bend) : 0;

/** The step, with the part of one, that stands at a share of the axis. */
export const stepAtShare = (share: number, steps: number) => bend * Math.expm1(share * Math.log1p(steps / bend));

/** Maps the steps of a run to [start, end] pixels. */
export function stepScale(steps: number, range: Ends): Scale {
  const [start, end] = range;
  return scale((step) => start + shareOfStep(step, steps) * (end - start), 'steps', [0, steps], range);
}
