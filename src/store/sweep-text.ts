import { decode } from '../decode/decode';
import { parseJson } from '../decode/json';
import { record } from '../decode/shapes';
import { whole } from '../decode/values';
import { encodeLink } from '../experiment/link';
import { sweepNames, type AppState, type SweepName, type SweepState } from './state';
import { storedSweep } from './stored-sweep';

/** Of what is written; what an earlier page wrote otherwise is measured anew. */
const version = 2;
/** Brackets within brackets in what is written. */
const deepest = 8;

/** A sweep as it is kept: what was measured, with the experiment that it belongs to. */
export function writeSweep(name: SweepName, { plan, results }: SweepState): string {
  const sweep = plan && { link: encodeLink(plan.experiment), axes: plan.axes, seeds: plan.seeds, results };
  return JSON.stringify({ version, [name]: sweep });
}

/** The sweeps in a text that an earlier visit kept; whatever does not look like one is dropped. */
export function readSweeps(text: string): Partial<Pick<AppState, SweepName>> {
  const parsed = parseJson(text, deepest);
  if (parsed.fault || decode(record({ version: whole(version, version) }), parsed.value).fault) return {};
  const stored = parsed.value as Readonly<Record<string, unknown>>;
  const found = sweepNames.flatMap((name) => {
    const { value } = decode(storedSweep(name), stored[name], name);
    return value ? [[name, value]] : [];
  });
  return Object.fromEntries(found);
}

/** What two tabs have measured of the same plan; of plans with other levels the one of which more is known. */
export function joined(kept: SweepState | undefined, mine: SweepState): SweepState {
  if (!kept?.plan || !mine.plan) return mine;
  if (JSON.stringify(kept.plan.axes) === JSON.stringify(mine.plan.axes))
    return { ...mine, results: mine.results.map((result, i) => result ?? kept.results[i] ?? null) };
  const known = ({ results }: SweepState) => results.filter((result) => result !== null).length;
  return known(kept) > known(mine) ? kept : mine;
}
