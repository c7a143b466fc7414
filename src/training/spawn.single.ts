// oxlint-disable-next-line import/default -- Vite makes the default export out of the query.
import GpuWorker from './gpu-worker?worker&inline';

/**
 * Stands in for spawn.ts in the single file: a page opened from a disk may load no script from there, but may run one that
 * it holds as text. A classic script, since not every browser takes modules from such an address; and one for all workers,
 * as the largest holds the others.
 */
export function spawnWorker(): Worker {
  return new GpuWorker();
}

export function spawnNetworksWorker(): Worker {
  return spawnWorker();
}

export function spawnGpuWorker(): Worker {
  return spawnWorker();
}
