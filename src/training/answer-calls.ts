import { problemOf } from '../problems/problem';
import { noAssets } from '../images/assets';
import type { Engine } from './engine';
import type { Reply, Request } from './protocol';

/** Progress is told only of calls that last, and not more often than a visitor can read. */
const progressInterval = 100;

/** Makes this worker answer its page by an engine. One call at a time: a run's state must not change under a batch that awaits the GPU. */
export function answerCalls(engine: Engine): void {
  const post = (reply: Reply) => self.postMessage(reply);

  const answer = async ({ id, method, params }: Request): Promise<void> => {
    let told = performance.now();
    const onProgress = (share: number) => {
      const now = performance.now();
      if (now - told < progressInterval) return;
      told = now;
      post({ id, type: 'progress', share });
    };
    try {
      // The union of requests pairs each method with its parameters; the compiler cannot follow the pairing here.
      const result = await (engine[method] as (p: unknown, on: typeof onProgress) => Promise<never>)(
        params,
        onProgress,
      );
      post({ id, type: 'done', result });
    } catch (error) {
      post({ id, type: 'failed', name: error instanceof Error ? error.name : 'Error', problem: problemOf(error) });
    }
  };

  let previous: Promise<void> = Promise.resolve();
  self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
    previous = previous.then(() => answer(data));
  });
}

/** Digits of a worker that has not been told where the page lies. */
export const noAssetsYet = noAssets('MNIST was asked for before the page told where it lies');
