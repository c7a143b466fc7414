import { decode } from '../decode/decode';
import { parseJson } from '../decode/json';
import { record } from '../decode/shapes';
import { nullable, text } from '../decode/values';
import type { Clock } from './run/clock';
import type { Memory } from './memory';
import { sweepNames, type SweepName, type SweepState } from './state';
import type { SliceStore } from './store';
import type { SweepShelf } from './sweep-shelf';
import { joined, readSweeps, writeSweep } from './sweep-text';
import { planText } from './views/plans';
import { planNow } from './views/sweep-stale';

/** Time between two writes while results come in, in ms. */
const writeInterval = 1000;
const longestName = 10_000;

export interface SweepMemory {
  /** Sweeps of every experiment, for all tabs. */
  readonly shelf: SweepShelf;
  /** Which of them this tab has: it outlasts a reload and a crash of the page, and no other tab sees it. */
  readonly tab: Memory;
  /** Where versions before kept the last one. */
  readonly earlier: Memory;
}

/** Names of what a tab shows. */
const shown = record({ sweep: nullable(text(longestName)), map: nullable(text(longestName)) });

/**
 * Keeps sweeps as they are measured. A tab that is loaded again has those that it had; another has what is kept of the
 * experiment that its link opens, and nothing else.
 * @returns what forgets all that is kept, which the page goes on to show.
 */
export function rememberSweeps(
  store: SliceStore<SweepName | 'sweepsKept'>,
  { shelf, tab, earlier }: SweepMemory,
  clock: Pick<Clock, 'after'>,
): () => void {
  const told = (name: SweepName, isKept: boolean | null) =>
    store.setState(({ sweepsKept }) => ({ sweepsKept: { ...sweepsKept, [name]: isKept } }));
  const names = readNames(tab.read());

  const put = (name: SweepName, sweep: SweepState) => {
    const key = `${name} ${planText(sweep.plan!)}`;
    return { key, done: shelf.put(key, (kept) => writeSweep(name, joined(readSweeps(kept ?? '')[name], sweep))) };
  };
  const write = (name: SweepName) => {
    const { [name]: sweep } = store.getState();
    if (!sweep.plan) return;
    const { key, done } = put(name, sweep);
    names[name] = key;
    tab.write(JSON.stringify(names));
    done.then(
      () => told(name, true),
      () => told(name, false),
    );
  };
  const take = async (name: SweepName) => {
    const key = `${name} ${planText(planNow[name](store.getState().experiment))}`;
    for (const wanted of new Set([names[name] ?? key, key])) {
      const kept = await shelf.get(wanted);
      const { [name]: sweep } = readSweeps(kept ?? '');
      if (!sweep) continue;
      // What was begun meanwhile stays.
      if (store.getState()[name].status !== 'empty') return;
      names[name] = wanted;
      tab.write(JSON.stringify(names));
      restored.add(sweep);
      store.setState({ [name]: sweep });
      return told(name, true);
    }
  };
  const moveEarlier = async () => {
    const before = earlier.read();
    if (!before) return;
    const found = readSweeps(before);
    await Promise.all(sweepNames.map((name) => found[name] && put(name, found[name]).done));
    earlier.write('');
  };

  const restored = new WeakSet<SweepState>();
  const due = new Set<SweepName>();
  store.subscribe((state, before) => {
    for (const name of sweepNames) {
      if (state[name] === before[name] || restored.has(state[name])) continue;
      // What has come to an end is written at once.
      if (state[name].status !== 'running') write(name);
      else if (!due.has(name)) {
        due.add(name);
        clock.after(writeInterval, () => {
          due.delete(name);
          if (store.getState()[name].status === 'running') write(name);
        });
      }
    }
  });
  // Where nothing is kept, there is nothing to be taken.
  void moveEarlier()
    .catch(() => undefined)
    .then(() => Promise.all(sweepNames.map(take)))
    .catch(() => undefined);

  return () => {
    tab.write('');
    for (const name of sweepNames) {
      names[name] = null;
      told(name, null);
    }
    void shelf.clear().catch(() => undefined);
  };
}

function readNames(written: string | null): Record<SweepName, string | null> {
  const parsed = parseJson(written ?? '', 2);
  return { sweep: null, map: null, ...(parsed.fault ? {} : decode(shown, parsed.value).value) };
}
