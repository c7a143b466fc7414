/** A worker that reads run files. */
export function spawnRunReader(): Worker {
  return new Worker(new URL('./run-reader.ts', import.meta.url), { type: 'module' });
}
