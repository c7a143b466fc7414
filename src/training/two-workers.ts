import { WorkerCrashedError, type Caller, type Calls, type Method } from './protocol';
import { BackendUnavailableError } from './trainer';

/**
 * One caller out of two workers. The first has the backends of the processor; the second, which holds tfjs besides, is
 * spawned by the first call that needs it. Two whole scripts rather than one that imports the rest when it is needed: in
 * WebKit a worker's import may pass by the service worker, and a script that is imported back is evaluated a second time.
 *
 * A run lives in the worker that started it, and its further calls go there. When a run starts in the other, the one that it
 * leaves is ended, with its memory and its GL context, as soon as it has answered what it was asked before.
 */
export function createTwoWorkerCaller(processor: Caller, gpu: Caller): Caller {
  const open = new Map([
    [processor, 0],
    [gpu, 0],
  ]);
  let home = processor;
  let left: Caller | null = null;

  const count = (caller: Caller, by: 1 | -1) => {
    open.set(caller, open.get(caller)! + by);
    if (left === null || left === home || open.get(left) !== 0) return;
    left.restart();
    left = null;
  };

  /** Who can answer a call; null where it is whoever holds the run. */
  const placeOf = <M extends Method>(method: M, params: Calls[M]['params']): Caller | null => {
    if (method === 'race' || method === 'loseContext') return gpu;
    if (params === null || !('backend' in params)) return null;
    return params.backend === 'webgl' ? gpu : processor;
  };

  return {
    async call(method, params, onProgress) {
      const asked = placeOf(method, params) ?? home;
      if (method === 'start' && asked !== home) {
        left = home;
        home = asked;
      }
      count(asked, 1);
      try {
        return await asked.call(method, params, onProgress);
      } catch (error) {
        throw asked === gpu ? withoutGpu(error) : error;
      } finally {
        count(asked, -1);
      }
    },
    restart() {
      processor.restart();
      gpu.restart();
      home = processor;
      left = null;
    },
  };
}

/** A script that cannot be had is no crash: no second try would help, and another backend would. */
function withoutGpu(error: unknown): unknown {
  const missing = error instanceof WorkerCrashedError && error.problem.kind === 'worker-not-started';
  return missing ? new BackendUnavailableError(error.problem) : error;
}
