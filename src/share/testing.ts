import { fileAssets } from '../../cli/assets';
import { createEngine } from '../training/engine';
import { clock } from '../store/testing';
import type { Caller } from '../training/protocol';

/** For tests: an engine in the same thread that has the digits, one call at a time. */
export function localDigits(): Caller {
  const engine = createEngine(fileAssets);
  let previous: Promise<unknown> = Promise.resolve();
  return {
    call(method, params, onProgress) {
      // The union of methods pairs each with its parameters; the compiler cannot follow the pairing here.
      const ask = engine[method] as (p: unknown, on: typeof onProgress) => Promise<never>;
      const answer = clock.holdFor(previous.then(() => ask(params, onProgress)));
      previous = answer.catch(() => null);
      return answer;
    },
    restart() {},
  };
}
