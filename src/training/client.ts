import type { CollectionSource } from '../images/own/collection';
import { sourceOf } from '../images/sources/list';
import { ProblemError, type Problem } from '../problems/problem';
import type { OnProgress } from '../spectrum/progress';
import {
  SupersededError,
  WorkerCrashedError,
  type Caller,
  type Calls,
  type Method,
  type Reply,
  type Request,
} from './protocol';
import { BackendUnavailableError, LostContextError } from './trainer';

interface Pending {
  resolve(result: never): void;
  reject(error: Error): void;
  onProgress: OnProgress | undefined;
}

/** What the client needs of a Worker. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/**
 * The engine in a worker: spawned at the first call, and again after it crashed or was given up.
 * @param collections where own images are found that a call names: a worker is handed them once, before the first such call.
 */
export function createWorkerCaller(spawn: () => WorkerLike, base: string, collections?: CollectionSource): Caller {
  const pending = new Map<number, Pending>();
  /** The collection that the worker holds. */
  let held = '';
  let worker: WorkerLike | null = null;
  let lastId = 0;

  const abandon = (error: Error) => {
    worker?.terminate();
    worker = null;
    held = '';
    const calls = [...pending.values()];
    pending.clear();
    for (const { reject } of calls) reject(error);
  };

  const onReply = ({ data }: MessageEvent<Reply>) => {
    const call = pending.get(data.id);
    if (!call) return;
    if (data.type === 'progress') return call.onProgress?.(data.share);
    pending.delete(data.id);
    if (data.type === 'done') call.resolve(data.result as never);
    else call.reject(revive(data.name, data.problem));
  };

  const running = (): WorkerLike => {
    if (worker) return worker;
    const fresh = spawn();
    worker = fresh;
    fresh.addEventListener('message', onReply as EventListener);
    fresh.addEventListener('error', (event) => {
      const { message } = event as ErrorEvent;
      // A script that cannot be loaded has no message.
      if (worker === fresh)
        abandon(new WorkerCrashedError(message ? { kind: 'unexpected', message } : { kind: 'worker-not-started' }));
    });
    fresh.postMessage({ id: 0, method: 'configure', params: { base } } satisfies Request);
    return fresh;
  };

  return {
    call(method, params, onProgress) {
      return new Promise((resolve, reject) => {
        const id = ++lastId;
        pending.set(id, { resolve, reject, onProgress });
        const giveUp = (error: Error) => {
          pending.delete(id);
          reject(error);
        };
        const post = () => {
          let to: WorkerLike;
          try {
            to = running();
          } catch {
            // A browser without workers, or a host that forbids them.
            return giveUp(new WorkerCrashedError({ kind: 'worker-not-started' }));
          }
          try {
            to.postMessage({ id, method, params });
          } catch (error) {
            giveUp(new WorkerCrashedError({ kind: 'unexpected', message: String(error) }));
          }
        };
        const named = collectionOf(params);
        if (!collections || named === '' || named === held) return post();
        collections(named).then((collection) => {
          // It may have been given up meanwhile.
          if (!pending.has(id)) return;
          if (held !== named)
            running().postMessage({ id: 0, method: 'take', params: { collection } } satisfies Request);
          held = named;
          post();
        }, giveUp);
      });
    },
    restart: () => abandon(new SupersededError('given up')),
  };
}

/** Errors cross the thread by name; the page tells them apart by class. */
function revive(name: string, problem: Problem): ProblemError {
  const kinds = { BackendUnavailableError, LostContextError, WorkerCrashedError } as const;
  return Object.hasOwn(kinds, name) ? new kinds[name as keyof typeof kinds](problem) : new ProblemError(problem);
}

/** The hash of the own images that a call needs; empty where it needs none. */
function collectionOf(params: Calls[Method]['params']): string {
  return params !== null && 'experiment' in params
    ? (sourceOf(params.experiment).collection?.(params.experiment) ?? '')
    : '';
}
