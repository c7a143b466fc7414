/** A worker that reads files of images. */
export function spawnReader(): Worker {
  return new Worker(new URL('./reader.ts', import.meta.url), { type: 'module' });
}
