/** How a run is watched: at the usual pace, in slow motion, or its end at once. */
export const paces = ['usual', 'slow', 'once'] as const;
export type Pace = (typeof paces)[number];

/** A watched run takes so long, in ms, however many steps it has; one of few steps so much for each. */
const usual = 7000,
  leastPerStep = 40;
/** Slow motion takes so many times as long. */
const slower = 4;
/** Time runs evenly along log(1 + step / bend), … */
const bend = 8;
/** … but for the middle, where the singular values rise, which gets more of it: a share of 1 would make it stand still. */
const lingering = 0.75;

/** What a run of so many steps takes to be watched, in ms. */
const duration = (steps: number, pace: Pace) => Math.min(usual, leastPerStep * steps) * (pace === 'slow' ? slower : 1);

/** How far along the axis of steps a run is after a share of its time. */
const eased = (time: number) => time + (lingering * Math.sin(2 * Math.PI * time)) / (2 * Math.PI);

/** After which share of its time a run has come so far: `eased` the other way round, which rises. */
function timeAt(along: number): number {
  let low = 0,
    high = 1;
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (eased(middle) < along) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The step, with the part of one, that a watched run has come to so many ms after it was at `step`. */
export function stepAfter(step: number, ms: number, steps: number, pace: Pace): number {
  const axis = Math.log1p(steps / bend);
  const time = timeAt(Math.log1p(step / bend) / axis) + ms / duration(steps, pace);
  return time >= 1 ? steps : Math.min(steps, bend * Math.expm1(axis * eased(time)));
}
