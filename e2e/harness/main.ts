import { checks, type Checks } from './checks';

/** Where a check runs. */
export type Thread = 'worker' | 'page';
export type Answer<Name extends keyof Checks> = Awaited<ReturnType<Checks[Name]>>;

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** One check at a time, in the dedicated worker or on this thread. */
function check(thread: Thread, name: keyof Checks, given: never): Promise<unknown> {
  if (thread === 'page') return checks[name](given);
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => ('error' in data ? reject(new Error(data.error)) : resolve(data.result));
    worker.onerror = ({ message }) => reject(new Error(message || 'the worker could not be started'));
    worker.postMessage({ name, given });
  });
}

export interface HarnessPage {
  readonly check: typeof check;
}
Object.assign(globalThis, { check } satisfies HarnessPage);
