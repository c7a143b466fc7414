import { Worker } from 'node:worker_threads';
import { createWorkerCaller, type WorkerLike } from '../src/training/client';
import type { ImageCollection } from '../src/images/own/collection';
import type { Caller } from '../src/training/protocol';

/** What a thread is told when it starts. */
export interface ThreadData {
  /** Own images that its experiments name. */
  readonly collection: ImageCollection | null;
  /** What it hands back of a run: its end, as results that wait for a whole sweep would fill the memory, or all of it. */
  readonly keeps: 'end' | 'all';
}

/** The page's client over a thread of Node: spawned at its first call, ended by `restart`. */
export function createThreadCaller(
  workerData: ThreadData = { collection: null, keeps: 'end' },
  script: URL = new URL('sweep-worker.mjs', import.meta.url),
): Caller {
  return createWorkerCaller(() => asPageWorker(new Worker(script, { workerData })), '');
}

/** Node's threads speak of events as Node does; the client listens as a page does. */
function asPageWorker(worker: Worker): WorkerLike {
  const addEventListener = (type: string, listener: (event: never) => void) => {
    if (type === 'message') worker.on('message', (data) => listener({ data } as never));
    if (type !== 'error') return;
    worker.on('error', ({ message }) => listener({ message } as never));
    // A thread that ends itself raises no error.
    worker.on('exit', (code) => listener({ message: `a worker ended with code ${code}` } as never));
  };
  return {
    addEventListener: addEventListener as WorkerLike['addEventListener'],
    postMessage: (message: unknown) => worker.postMessage(message),
    terminate: () => void worker.terminate(),
  };
}
