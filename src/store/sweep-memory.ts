import { decode } from '../decode/decode';
import { parseJson } from '../decode/json';
import { record } from '../decode/shapes';
import { whole } from '../decode/values';
import { encodeLink } from '../experiment/link';
import type { Clock } from './run/clock';
import type { Memory } from './memory';
import { sweepNames, type AppState, type SweepName, type SweepState } from './state';
import type { SliceStore } from './store';
import { storedSweep } from './stored-sweep';

/** Time between two writes while results come in, in ms. */
const writeInterval = 1000;
/** Of what is written; what an earlier page wrote otherwise is measured anew. */
const version = 2;
/** Brackets within brackets in what is written. */
const deepest = 8;

/** Keeps sweeps across reloads: what was measured stays, with the experiment that it belongs to. */
export function rememberSweeps(store: SliceStore<SweepName>, memory: Memory, clock: Pick<Clock, 'after'>): void {
  store.setState(parse(memory.read()));
  let due = false;
  store.subscribe((state, before) => {
    if (sweepNames.every((name) => state[name] === before[name])) return;
    if (due) return;
    due = true;
    clock.after(writeInterval, () => {
      due = false;
      memory.write(
        JSON.stringify({
          version,
          ...Object.fromEntries(sweepNames.map((name) => [name, written(store.getState()[name])])),
        }),
      );
    });
  });
}

function written({ plan, results }: SweepState) {
  return plan && { link: encodeLink(plan.experiment), axes: plan.axes, seeds: plan.seeds, results };
}

/** What an earlier visit stored; anything that does not look like it is dropped. */
function parse(text: string | null): Partial<Pick<AppState, SweepName>> {
  const parsed = parseJson(text ?? '', deepest);
  if (parsed.fault || decode(record({ version: whole(version, version) }), parsed.value).fault) return {};
  const stored = parsed.value as Readonly<Record<string, unknown>>;
  const found = sweepNames.flatMap((name) => {
    const { value } = decode(storedSweep(name), stored[name], name);
    return value ? [[name, value]] : [];
  });
  return Object.fromEntries(found);
}
