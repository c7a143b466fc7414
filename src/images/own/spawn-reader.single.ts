// oxlint-disable-next-line import/default -- Vite makes the default export out of the query.
import Reader from './reader?worker&inline';

/** Stands in for spawn-reader.ts in the single file, which holds the worker as text. */
export function spawnReader(): Worker {
  return new Reader();
}
