/** Which steps of a run are recorded: the same ones however it is made or watched, so that its moments are too. */
export type Points = 'full' | 'coarse' | 'end';

/** Points lie evenly along log(1 + step / bend): about so many, none further apart than `furthest` steps. */
const bend = 8,
  along = 200,
  furthest = 50;
/** A coarse record has every so many of them. */
const coarse = 5;

/** All steps of a run that a full record has, from 0 to the last. */
export function recordedSteps(steps: number): readonly number[] {
  const density = Math.log1p(steps / bend) / along;
  const at = [0];
  while (at.at(-1)! < steps) {
    const last = at.at(-1)!;
    const gap = Math.max(1, Math.min(furthest, Math.floor((last + bend) * density)));
    at.push(Math.min(steps, last + gap));
  }
  return at;
}

/** Those that are recorded between a run's first step and the end of a batch, by rising step. */
export function pointsOf(record: Points, steps: number): readonly number[] {
  if (record === 'end') return [];
  const all = recordedSteps(steps);
  return record === 'full' ? all : all.filter((step, i) => i % coarse === 0 || step === steps);
}

/** Whether a step is one of them. */
export const isPoint = (step: number, steps: number) => nextPoint(recordedSteps(steps), step - 1) === step;

/** The next of these steps after `at`; Infinity where there is none. */
export function nextPoint(points: readonly number[], at: number): number {
  let low = 0,
    high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return points[low] ?? Infinity;
}
