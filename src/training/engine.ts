import type { Experiment } from '../experiment/parameters';
import { makeImages } from '../images/make-images';
import { fetchMnist, type MnistSource } from '../images/mnist-pack';
import type { ImageSet } from '../images/patched-images';
import type { OnProgress } from '../spectrum/progress';
import { createTrainer } from './backends/create';
import { DataSpectra } from './data-spectrum';
import { divergencePatience, hasDiverged } from './divergence';
import { makeProblem } from './problem';
import { WorkerCrashedError, type Calls, type Method } from './protocol';
import { race } from './race';
import { imageSample } from './image-sample';
import { takeSnapshot, withoutFilters, type HistoryPoint, type Snapshot } from './snapshot';
import { summarise } from './summary';
import type { Backend, Trainer } from './trainer';

/** Answers every call of the protocol; knows nothing of workers, so that it also runs on the main thread and in Node. */
export type Engine = { [M in Method]: (params: Calls[M]['params'], onProgress?: OnProgress) => Promise<Calls[M]['result']> };

/** Time between two looks at the clock within a budget, in ms. */
const clockLook = 8;

interface Run {
  readonly trainer: Trainer;
  readonly dimension: number;
  readonly signal: Float64Array;
  readonly images: ImageSet;
}

/** @param mnist where digits come from until `configure` names the page's own address. */
export function createEngine(mnist: MnistSource): Engine {
  let source = mnist;
  let spectra = new DataSpectra(source);
  let run: Run | null = null;

  const begin = async (experiment: Experiment, backend: Backend): Promise<Run> => {
    const images = await makeImages(experiment, source);
    return { trainer: await createTrainer(backend, makeProblem(experiment, images)), dimension: images.train.dimension, signal: images.signal, images };
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
      return { snapshot: await snapshot(run), backend, device, signalDimension: signal.length / dimension, dimension, signal };
    },

    async advance({ steps, budget, every }, onProgress) {
      // A worker that crashed between two calls comes back without its run: the caller replays it.
      if (!run) throw new WorkerCrashedError('advance was called before start');
      const began = performance.now();
      const trail: Snapshot[] = [];
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
        trail.push(await snapshot(run));
        if (ends) return { trail, msPerStep: stepping / (steps - left) };
      }
    },

    async complete({ experiment, backend, points }, onProgress) {
      const { steps } = experiment;
      const run = await begin(experiment, backend);
      const { trainer, images } = run;
      const record = async () => withoutFilters(await snapshot(run));
      // Long before its end too: whether a run is lost is judged by how long it has been.
      const stops = stopsOf(steps, points);
      const history: HistoryPoint[] = [];
      try {
        for (const [i, stop] of stops.entries()) {
          if (i > 0) await trainer.advance(stop - stops[i - 1]!, onProgress && ((share) => onProgress((stops[i - 1]! + share * (stop - stops[i - 1]!)) / steps)));
          history.push(await record());
        }
      } finally {
        trainer.dispose();
      }
      const spectrum = await spectra.of(experiment, undefined, images);
      return { history, spectrum, summary: summarise(history.at(-1)!, hasDiverged(history), spectrum.data, spectrum.signalDimension) };
    },

    async warm({ experiment, backend }) {
      const { trainer } = await begin(experiment, backend);
      await trainer.advance(1);
      await trainer.read();
      trainer.dispose();
      return null;
    },

    spectrum: ({ experiment }, onProgress) => spectra.of(experiment, onProgress),

    images: (params) => imageSample(params, source),

    async race({ experiment }) {
      return race(async () => makeProblem(experiment, await makeImages(experiment, source)));
    },

    async loseContext() {
      (await import('./backends/webgl')).loseWebglContext();
      return null;
    },
  };
}

/** Steps at which a whole run is recorded, ascending: its ends, about `points` between them, and one where divergence is told by. */
function stopsOf(steps: number, points: number): number[] {
  const every = points > 0 ? Math.max(1, Math.ceil(steps / points)) : steps;
  const regular = Array.from({ length: Math.ceil(steps / every) }, (_, i) => i * every);
  return [...new Set([...regular, Math.max(0, steps - divergencePatience), steps])].toSorted((a, b) => a - b);
}
