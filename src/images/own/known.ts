import type { CollectionSummary } from './collection';

/** What this thread knows of collections, by hash. What an experiment can be depends on it: how many images there are. */
const summaries = new Map<string, CollectionSummary>();

/** Makes a collection known to whoever mends experiments: to be called before an experiment that names it is. */
export function makeKnown(summary: CollectionSummary): void {
  summaries.set(summary.hash, summary);
}

/** What is known of a collection; undefined where it has not been here yet. */
export function knownCollection(hash: string): CollectionSummary | undefined {
  return summaries.get(hash);
}
