/** A new training worker, from a script of its own beside the page's. */
export function spawnWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}

/** One that trains every network in WebAssembly, too. */
export function spawnNetworksWorker(): Worker {
  return new Worker(new URL('./networks-worker.ts', import.meta.url), { type: 'module' });
}

/** One that trains on the GPU, too. */
export function spawnGpuWorker(): Worker {
  return new Worker(new URL('./gpu-worker.ts', import.meta.url), { type: 'module' });
}
