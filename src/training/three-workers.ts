import { isShared, needsNetworks } from './needs-networks';
import { WorkerCrashedError, type Caller, type Calls, type Method } from './protocol';
import { BackendUnavailableError } from './trainer';

/** A worker of each script. */
export interface Workers {
  /** Holds the two-layer network's kernel, and all networks in plain TypeScript. */
  readonly processor: Caller;
  /** Holds the kernel of all networks besides, and trains large ones of two layers on two threads. */
  readonly networks: Caller;
  /** Holds tfjs besides. */
  readonly gpu: Caller;
}

/**
 * One caller out of three workers. The second and the third are spawned by the first call that needs them. Three whole scripts
 * rather than one that imports the rest when it is needed: in WebKit a worker's import may pass by the service worker, and a
 * script that is imported back is evaluated a second time.
 *
 * A run lives in the worker that started it, and its further calls go there. When a run starts in another, the one that it
 * leaves is ended, with its memory and its GL context, as soon as it has answered what it was asked before.
 * @param cores of this device.
 */
export function createThreeWorkerCaller(workers: Workers, cores: number): Caller {
  const { processor, networks, gpu } = workers;
  const open = new Map([processor, networks, gpu].map((caller) => [caller, 0]));
  let home = processor;
  const left = new Set<Caller>();

  const count = (caller: Caller, by: 1 | -1) => {
    open.set(caller, open.get(caller)! + by);
    for (const idle of [...left].filter((each) => open.get(each) === 0)) {
      left.delete(idle);
      idle.restart();
    }
  };

  /** Who can answer a call; null where it is whoever holds the run. */
  const placeOf = <M extends Method>(method: M, params: Calls[M]['params']): Caller | null => {
    if (method === 'race' || method === 'loseContext') return gpu;
    if (params === null || !('backend' in params)) return null;
    if (params.backend === 'webgl') return gpu;
    if (params.backend !== 'wasm') return processor;
    const isNetworks = needsNetworks(params.experiment) || (method === 'start' && isShared(params.experiment, cores));
    return isNetworks ? networks : processor;
  };

  return {
    async call(method, params, onProgress) {
      const asked = placeOf(method, params) ?? home;
      if (method === 'start' && asked !== home) {
        left.add(home).delete(asked);
        home = asked;
      }
      count(asked, 1);
      const ask = () => asked.call(method, params, onProgress);
      try {
        return await ask().catch((error: unknown) => {
          if (isMissing(error)) return ask();
          throw error;
        });
      } catch (error) {
        throw asked !== processor && isMissing(error) ? new BackendUnavailableError(error.problem) : error;
      } finally {
        count(asked, -1);
      }
    },
    restart() {
      for (const caller of [processor, networks, gpu]) caller.restart();
      home = processor;
      left.clear();
    },
  };
}

/** Whether a worker's script did not come. Where a second try does not help, that is no crash: another backend would. */
const isMissing = (error: unknown): error is WorkerCrashedError =>
  error instanceof WorkerCrashedError && error.problem.kind === 'worker-not-started';
