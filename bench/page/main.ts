import type { BenchPage, Reply, Request } from './calls';
import { wholeRunAgain } from './whole-run';

interface BenchWorker {
  readonly worker: Worker;
  readonly pending: Map<number, { resolve(result: never): void; reject(error: Error): void }>;
}

const workers = new Map<string, BenchWorker>();
let lastId = 0;

function workerOf(name: string): BenchWorker {
  const known = workers.get(name);
  if (known) return known;
  const made: BenchWorker = {
    worker: new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    pending: new Map(),
  };
  made.worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const call = made.pending.get(data.id);
    made.pending.delete(data.id);
    if ('error' in data) call?.reject(new Error(`${name}: ${data.error}`));
    else call?.resolve(data.result as never);
  });
  made.worker.addEventListener('error', (event) => {
    for (const { reject } of made.pending.values())
      reject(new Error(`${name}: ${event.message || 'the worker stopped'}`));
    made.pending.clear();
  });
  workers.set(name, made);
  return made;
}

const bench: BenchPage = {
  call(name, method, params) {
    return new Promise((resolve, reject) => {
      const { worker, pending } = workerOf(name);
      const id = ++lastId;
      pending.set(id, { resolve, reject });
      worker.postMessage({ id, method, params } as Request);
    });
  },
  end(name) {
    workers.get(name)?.worker.terminate();
    workers.delete(name);
  },
  wholeRun: wholeRunAgain,
};

Object.assign(globalThis, { bench });
