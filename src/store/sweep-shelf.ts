import { clear, createStore, delMany, entries, get, update, type UseStore } from 'idb-keyval';

/** Texts that outlast the page, by name. Every method rejects where the browser keeps nothing. */
export interface SweepShelf {
  get(name: string): Promise<string | null>;
  /** @param write what is to be kept, given what is: another tab may have written there. */
  put(name: string, write: (kept: string | null) => string): Promise<void>;
  clear(): Promise<void>;
}

interface Kept {
  readonly text: string;
  /** When it was last written, in ms since 1970. */
  readonly at: number;
}

/** Sweeps that are kept at most; those that were not written to for longest make room. */
const most = 40;

/** In IndexedDB: what is written there is safe from a crash of the page, and two tabs write one after the other. */
export function browserShelf(now = () => Date.now()): SweepShelf {
  let store: UseStore | null = null;
  const opened = () => (store ??= createStore('rank-under-noise-sweeps', 'sweeps'));
  /** Where there is no IndexedDB, its absence is thrown. */
  const within = <T>(act: (its: UseStore) => Promise<T>) => Promise.resolve().then(() => act(opened()));
  const makeRoom = async (its: UseStore) => {
    const all = (await entries<string, Kept>(its)).toSorted(([, a], [, b]) => b.at - a.at);
    if (all.length > most)
      await delMany(
        all.slice(most).map(([name]) => name),
        its,
      );
  };
  let isRoomMade = false;
  return {
    get: (name) => within(async (its) => (await get<Kept>(name, its))?.text ?? null),
    put: (name, write) =>
      within(async (its) => {
        await update<Kept>(name, (kept) => ({ text: write(kept?.text ?? null), at: now() }), its);
        if (isRoomMade) return;
        isRoomMade = true;
        await makeRoom(its);
      }),
    clear: () => within(clear),
  };
}
