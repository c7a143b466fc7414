import type { GivenNotice } from '../experiment/notice';
import { takenAlong, trainedKeys } from '../experiment/own-defaults';
import type { Experiment } from '../experiment/parameters';

/** What a network or an optimiser takes along, or leaves behind for when it is chosen again. */
const carriedKeys = ['m', 'lr', 'steps', 'depth', 'token'] as const satisfies readonly (keyof Experiment)[];
type Carried = Pick<Experiment, (typeof carriedKeys)[number]>;

interface Left {
  readonly values: Carried;
  /** What took their place. */
  readonly became: Carried;
}

/**
 * Where another network or optimiser is chosen its own width, rate and length go along, and what was there before is given
 * back when the old one is chosen again; what the visitor has changed meanwhile stays.
 */
export function createCarry() {
  const left = new Map<string, Left>();
  return (before: Experiment, patch: Partial<Experiment>): { patch: Partial<Experiment>; notices: GivenNotice[] } => {
    const next = { ...before, ...patch };
    if (trainedKeys.every((key) => before[key] === next[key])) return { patch: {}, notices: [] };
    const kept = left.get(placeOf(next));
    const along: Record<string, unknown> = { ...takenAlong(before, next, Object.keys(patch)) };
    for (const key of carriedKeys)
      if (kept && !(key in patch) && before[key] === kept.became[key]) along[key] = kept.values[key];
    left.set(placeOf(before), { values: valuesOf(before), became: valuesOf({ ...next, ...along }) });
    const values = (['m', 'lr', 'steps'] as const).flatMap((key) =>
      key in along && along[key] !== before[key] ? [`${key} = ${String(along[key])}`] : [],
    );
    const field = trainedKeys.find((key) => before[key] !== next[key])!;
    return { patch: along, notices: values.length > 0 ? [{ field, problem: { kind: 'taken-along', values } }] : [] };
  };
}

/** Under what a network's values are kept: a token belongs to the transformer, and comes back with it. */
function placeOf({ net, opt, token }: Experiment): string {
  return net === 'transformer' ? `${net} ${opt} ${token}` : `${net} ${opt}`;
}

function valuesOf({ m, lr, steps, depth, token }: Carried): Carried {
  return { m, lr, steps, depth, token };
}
