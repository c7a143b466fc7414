import { ProblemError, type Problem } from '../../problems/problem';
import type { CollectionSummary, ImageCollection } from './collection';
import type { NamedBytes, ReadOptions } from './files';
import { shelf } from './shelf';
import { spawnReader } from './spawn-reader';

/** What a reader is asked: files, and the one hash that is kept; any where there is none. */
export interface ReaderRequest {
  readonly files: readonly NamedBytes[];
  readonly only: string | undefined;
}

export type ReaderReply =
  | { readonly type: 'progress'; readonly done: number; readonly of: number }
  | {
      readonly type: 'done';
      readonly collection: ImageCollection;
      readonly summary: CollectionSummary;
      readonly isKept: boolean;
    }
  | { readonly type: 'failed'; readonly problem: Problem };

/** A collection that was brought. */
export interface Brought {
  readonly collection: ImageCollection;
  /** Whether it is kept for the next visit as well. */
  readonly isKept: boolean;
}

export interface BringOptions extends ReadOptions {
  /** The hash that is wanted: others are read, and not kept. */
  readonly only?: string | undefined;
}

/** Reads files and puts what they hold on the page's shelf. Rejects as `readCollection` does. */
export type Bring = (files: readonly NamedBytes[], options?: BringOptions) => Promise<Brought>;

/**
 * `Bring` in a worker of its own, which is loaded when it is first asked and ended when it has answered or is given up. It
 * keeps them too, as hundreds of megabytes take a while to be copied.
 */
export const readInWorker: Bring = (files, { signal, onProgress, only } = {}) =>
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
      else if (data.type === 'failed') end(() => reject(new ProblemError(data.problem)));
      else {
        const { collection, summary, isKept } = data;
        end(() => resolve(shelf.take(collection, { summary, isKept, only })));
      }
    });
    // A script that cannot be loaded has no message; memory that is not granted has one.
    worker.addEventListener('error', ({ message }) =>
      end(() => reject(new ProblemError(message ? { kind: 'unexpected', message } : { kind: 'worker-not-started' }))),
    );
    worker.postMessage({ files, only } satisfies ReaderRequest);
  });
