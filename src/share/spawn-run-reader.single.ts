// oxlint-disable-next-line import/default -- Vite makes the default export out of the query.
import Reader from './run-reader?worker&inline';

/** Stands in for spawn-run-reader.ts in the single file, which holds the worker as text. */
export function spawnRunReader(): Worker {
  return new Reader();
}
