import { SupersededError, type Caller, type Calls, type Method } from './protocol';

/** A fixed number of engines that share a list of independent calls: many runs at once, for sweeps. */
export interface Pool {
  readonly size: number;
  /**
   * Makes one call for each entry of `params`, in order, as engines become free. `onResult` hears each result as it
   * comes. Resolves with all results in the order of `params`. The first failure gives up the rest.
   * @throws the failure; SupersededError after `cancel` or a newer `map`.
   */
  map<M extends Method>(
    method: M,
    params: readonly Calls[M]['params'][],
    onResult?: (result: Calls[M]['result'], index: number) => void,
  ): Promise<Calls[M]['result'][]>;
  /** Gives up what is under way and ends the engines' workers; the next `map` starts them again. */
  cancel(): void;
}

/** @param makeCaller spawns lazily. @param size engines, at least 1: as many as the device has cores. */
export function createPool(makeCaller: () => Caller, size: number): Pool {
  const callers = Array.from({ length: Math.max(1, Math.floor(size)) }, makeCaller);
  let generation = 0;

  const cancel = () => {
    generation += 1;
    for (const caller of callers) caller.restart();
  };

  return {
    size: callers.length,
    cancel,
    async map(method, params, onResult) {
      cancel();
      const mine = generation;
      const results: Calls[typeof method]['result'][] = [];
      let next = 0;
      const work = async (caller: Caller) => {
        while (next < params.length) {
          const index = next++;
          const result = await caller.call(method, params[index]!);
          if (generation !== mine) throw new SupersededError('given up');
          results[index] = result;
          onResult?.(result, index);
        }
      };
      try {
        await Promise.all(callers.slice(0, params.length).map(work));
      } catch (error) {
        if (generation === mine) cancel();
        throw error;
      }
      return results;
    },
  };
}

/** A worker for every core, within reason: each holds its own images. */
export function poolSize(cores = navigator.hardwareConcurrency): number {
  return Math.min(Math.max(cores || 2, 1), 8);
}
