import { ProblemError, type Problem } from '../../problems/problem';
import type { ImageCollection, ReadCollection } from './collection';
import { spawnReader } from './spawn-reader';

export type ReaderReply =
  | { readonly type: 'progress'; readonly done: number; readonly of: number }
  | { readonly type: 'done'; readonly collection: ImageCollection }
  | { readonly type: 'failed'; readonly problem: Problem };

/** `readCollection` in a worker of its own, which is loaded when it is first asked and ended when it has answered or is given up. */
export const readInWorker: ReadCollection = (files, { signal, onProgress } = {}) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const worker = spawnReader();
    const end = (settle: () => void) => {
      worker.terminate();
      signal?.removeEventListener('abort', giveUp);
      settle();
    };
    const giveUp = () => end(() => reject(signal!.reason as Error));
    signal?.addEventListener('abort', giveUp);
    worker.addEventListener('message', ({ data }: MessageEvent<ReaderReply>) => {
      if (data.type === 'progress') onProgress?.(data.done, data.of);
      else if (data.type === 'done') end(() => resolve(data.collection));
      else end(() => reject(new ProblemError(data.problem)));
    });
    // A script that cannot be loaded has no message; memory that is not granted has one.
    worker.addEventListener('error', ({ message }) =>
      end(() => reject(new ProblemError(message ? { kind: 'unexpected', message } : { kind: 'worker-not-started' }))),
    );
    worker.postMessage(files);
  });
