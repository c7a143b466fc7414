import { createAnyWasmTrainer } from './backends/wasm/networks';
import { holdBeside } from './backends/wasm/split/beside';
import type { Beside, FromBeside, ToBeside } from './backends/wasm/split/messages';
import { partsOf } from './backends/wasm/networks/learner-problem';
import { createSplitNetworksTrainer } from './backends/wasm/split/networks';
import { createSplitTrainer } from './backends/wasm/split/trainer';
import { problemNeedsNetworks } from './needs-networks';
import type { CreateTrainer } from './trainer';

/** How a worker is named that another starts from its own script, to train beside it. */
export const besideName = 'beside';
/** A worker that has not answered until then, in ms, is done without. */
const patience = 5000;

/** Makes this worker the thread beside. */
export function answerBeside(): void {
  const tell = holdBeside((message, transfer = []) => self.postMessage(message, { transfer }));
  self.addEventListener('message', ({ data }: MessageEvent<ToBeside>) => tell(data));
}

/**
 * Trains what takes long on two threads where there is a second one, all else as ever: where none can be started, as in a page
 * opened from a file, on one, with the same bits. The second thread is kept from run to run.
 * @param cores of this device.
 */
export function onTwoThreads(spawn: () => Worker, cores: number): CreateTrainer {
  const besideThis = kept(spawn);
  return async (problem) => {
    const isOfNetworks = problemNeedsNetworks(problem);
    if (cores < 2 || (isOfNetworks && partsOf(problem) < 2)) return createAnyWasmTrainer(problem);
    try {
      return await (isOfNetworks ? createSplitNetworksTrainer : createSplitTrainer)(problem, besideThis());
    } catch {
      // What this thread itself cannot do, it says now.
      return createAnyWasmTrainer(problem);
    }
  };
}

/** One worker for run after run; a new one where it has ended. */
function kept(spawn: () => Worker): () => Beside {
  let worker: Worker | null = null;
  return () => {
    const mine = (worker ??= spawn());
    let isHeard = false;
    const onMessage = new AbortController();
    const { signal } = onMessage;
    return {
      post: (message, transfer = []) => mine.postMessage(message, { transfer }),
      listen(heard) {
        const lost = () => {
          if (worker === mine) worker = null;
          mine.terminate();
          heard({ kind: 'failed', problem: { kind: 'worker-not-started' } });
        };
        mine.addEventListener(
          'message',
          ({ data }: MessageEvent<FromBeside>) => {
            isHeard = true;
            heard(data);
          },
          { signal },
        );
        mine.addEventListener('error', lost, { signal });
        setTimeout(() => {
          if (!isHeard && !signal.aborted) lost();
        }, patience);
      },
      end: () => onMessage.abort(),
    };
  };
}
