import { createStore, del, get, keys, set, values, type UseStore } from 'idb-keyval';
import { ProblemError } from '../../problems/problem';
import { summaryOf, type CollectionSummary, type ImageCollection } from './collection';
import { makeKnown } from './known';

/** A collection that is kept on this device. */
export interface Kept {
  readonly summary: CollectionSummary;
  /** Of its pixels. */
  readonly bytes: number;
  /** When it was last put there, in ms since 1970. */
  readonly at: number;
}

/** Bytes of pixels that are kept at most; the oldest collections make room. */
export const quota = 600e6;

/** Collections by hash: those of this visit in memory, and, where the browser allows it, in IndexedDB for the next. */
export interface Shelf {
  /** @returns whether it is kept for the next visit as well: not in private windows, on full disks, or beyond the quota. */
  put(collection: ImageCollection): Promise<boolean>;
  /**
   * Takes what another thread has read, of which this one has only to know.
   * @param isKept whether that thread could keep it: not in the single file, whose workers have no storage. @param only the hash that is wanted.
   */
  take(
    collection: ImageCollection,
    of: { readonly summary: CollectionSummary; readonly isKept: boolean; readonly only: string | undefined },
  ): Promise<{ readonly collection: ImageCollection; readonly isKept: boolean }>;
  /** What is known of it is known to this thread from then on. @throws ProblemError `images-missing`. */
  get(hash: string): Promise<ImageCollection>;
  /** What is kept for the next visit, newest first; null where the browser does not say. */
  list(): Promise<readonly Kept[] | null>;
  /** Takes one off the device; what runs on it now goes on until the page is left. */
  forget(hash: string): Promise<void>;
}

/** @param most bytes that are kept. @param now in ms since 1970. */
export function createShelf(most = quota, now = () => Date.now()): Shelf {
  /** The last two: one that is left and come back to. */
  const here = new Map<string, ImageCollection>();
  // Two databases, as what there is has to be listed without loading pixels.
  let stores: { readonly kept: UseStore; readonly pixels: UseStore } | null = null;
  const open = () =>
    (stores ??= {
      kept: createStore('rank-under-noise-images', 'kept'),
      pixels: createStore('rank-under-noise-pixels', 'pixels'),
    });

  const hold = (collection: ImageCollection, summary = summaryOf(collection)) => {
    here.delete(collection.hash);
    here.set(collection.hash, collection);
    for (const hash of [...here.keys()].slice(0, -2)) here.delete(hash);
    makeKnown(summary);
    return summary;
  };
  const listed = async () => {
    const whole = new Set(await keys<string>(open().pixels));
    // Where the page crashed between the two, or another tab is between them, the pixels are not there.
    return (await values<Kept>(open().kept))
      .filter(({ summary }) => whole.has(summary.hash))
      .toSorted((a, b) => b.at - a.at);
  };
  const forget = async (hash: string) => {
    await del(hash, open().pixels);
    await del(hash, open().kept);
  };

  /** Off the list, unless an earlier visit has kept its pixels. */
  const dropUnkept = async (hash: string) => {
    if (!(await keys<string>(open().pixels)).includes(hash)) await del(hash, open().kept);
  };

  const keep = async (collection: ImageCollection, summary: CollectionSummary): Promise<boolean> => {
    const bytes = collection.pixels.length;
    if (bytes > most) return false;
    try {
      let room = most - bytes;
      for (const other of await listed()) {
        if (other.summary.hash === collection.hash) continue;
        room -= other.bytes;
        if (room < 0) await forget(other.summary.hash);
      }
      // Pixels last: none lie on the device of which the list does not tell, so that they can be forgotten.
      await set(collection.hash, { summary, bytes, at: now() } satisfies Kept, open().kept);
      await set(collection.hash, collection, open().pixels);
      return true;
    } catch {
      await dropUnkept(collection.hash).catch(() => undefined);
      return false;
    }
  };

  return {
    put: (collection) => keep(collection, hold(collection)),
    async take(collection, { summary, isKept, only }) {
      if ((only ?? collection.hash) !== collection.hash) return { collection, isKept: false };
      hold(collection, summary);
      return { collection, isKept: isKept || (await keep(collection, summary)) };
    },
    async get(hash) {
      const known = here.get(hash);
      if (known) return known;
      const stored = await Promise.resolve()
        .then(() => get<ImageCollection>(hash, open().pixels))
        .catch(() => undefined);
      if (!stored) throw new ProblemError({ kind: 'images-missing', hash });
      hold(stored);
      return stored;
    },
    list: async () => {
      try {
        return await listed();
      } catch {
        return null;
      }
    },
    forget,
  };
}

/** The page's own. */
export const shelf = createShelf();
