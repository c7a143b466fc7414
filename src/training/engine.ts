import type { Experiment } from '../experiment/parameters';
import { makeImages } from '../images/make-images';
import { fetchMnist, type MnistSource } from '../images/mnist-pack';
import type { OnProgress } from '../spectrum/progress';
import { createTrainer } from './backends/create';
import { DataSpectra } from './data-spectrum';
import { makeProblem } from './problem';
import { WorkerCrashedError, type Calls, type Method } from './protocol';
import { race } from './race';
import { historyPoint, takeSnapshot, type HistoryPoint, type Snapshot } from './snapshot';
import type { Backend, Trainer } from './trainer';

/** Answers every call of the protocol; knows nothing of workers, so that it also runs on the main thread and in Node. */
export type Engine = { [M in Method]: (params: Calls[M]['params'], onProgress?: OnProgress) => Promise<Calls[M]['result']> };

/** Time between two looks at the clock within a budget, in ms. */
const clockLook = 8;

interface Run {
  readonly trainer: Trainer;
  readonly dimension: number;
  readonly signal: Float64Array;
}

/** @param mnist where digits come from until `configure` names the page's own address. */
export function createEngine(mnist: MnistSource): Engine {
  let source = mnist;
  let spectra = new DataSpectra(source);
  let run: Run | null = null;

  const begin = async (experiment: Experiment, backend: Backend): Promise<Run> => {
    const images = await makeImages(experiment, source);
    return { trainer: await createTrainer(backend, makeProblem(experiment, images)), dimension: images.train.dimension, signal: images.signal };
  };
  const snapshot = async ({ trainer, dimension, signal }: Run): Promise<Snapshot> => takeSnapshot(await trainer.read(), dimension, signal);

  return {
    async configure({ base }) {
      source = fetchMnist(base);
      spectra = new DataSpectra(source);
      return null;
    },

    async start({ experiment, backend }) {
      const last = run?.trainer.backend;
      run?.trainer.dispose();
      run = null;
      // Browsers keep about 16 contexts a page; one that is not trained on any more is given back.
      if (last === 'webgl' && backend !== 'webgl') (await import('./backends/webgl')).releaseWebgl();
      run = await begin(experiment, backend);
      const { trainer: { device }, dimension, signal } = run;
      return { snapshot: await snapshot(run), backend, device, signalDimension: signal.length / dimension, dimension };
    },

    async advance({ steps, budget, every }, onProgress) {
      // A worker that crashed between two calls comes back without its run: the caller replays it.
      if (!run) throw new WorkerCrashedError('advance was called before start');
      const began = performance.now();
      const trail: HistoryPoint[] = [];
      let left = steps, unrecorded = 0, slice = budget === null ? Infinity : 1, stepping = 0;
      for (;;) {
        const batch = Math.min(left, every - unrecorded, slice);
        const from = performance.now();
        await run.trainer.advance(batch, onProgress);
        const took = performance.now() - from;
        stepping += took;
        left -= batch;
        unrecorded += batch;
        // Looks at the clock every few milliseconds, whatever a step costs.
        if (budget !== null) slice = Math.max(1, Math.min(4 * batch, Math.floor((batch * clockLook) / took)));
        const ends = left === 0 || (budget !== null && performance.now() - began >= budget);
        if (!ends && unrecorded < every) continue;
        unrecorded = 0;
        const recorded = await snapshot(run);
        trail.push(historyPoint(recorded));
        if (ends) return { trail, snapshot: recorded, msPerStep: stepping / (steps - left) };
      }
    },

    async complete({ experiment, backend }, onProgress) {
      const { trainer, ...rest } = await begin(experiment, backend);
      try {
        await trainer.advance(experiment.steps, onProgress);
        return historyPoint(await snapshot({ trainer, ...rest }));
      } finally {
        trainer.dispose();
      }
    },

    async warm({ experiment, backend }) {
      const { trainer } = await begin(experiment, backend);
      await trainer.advance(1);
      await trainer.read();
      trainer.dispose();
      return null;
    },

    spectrum: ({ experiment }, onProgress) => spectra.of(experiment, onProgress),

    async race({ experiment }) {
      return race(async () => makeProblem(experiment, await makeImages(experiment, source)));
    },

    async loseContext() {
      (await import('./backends/webgl')).loseWebglContext();
      return null;
    },
  };
}
