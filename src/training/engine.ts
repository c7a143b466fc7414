import { attends } from '../experiment/networks';
import type { Science } from '../experiment/parameters';
import { makeImages } from '../images/make-images';
import { fetchAssets, missing, type Assets } from '../images/assets';
import type { ImageSet } from '../images/patched-images';
import type { OnProgress } from '../spectrum/progress';
import { attentionOnObject } from './attention';
import { gradientsAt } from './change';
import { alone, createTrainer, processorBackends, type Backends } from './backends/create';
import { probeGpu } from './backends/webgl/gpu';
import { DataSpectra } from './data-spectrum';
import { makeDataset } from './dataset';
import { Embeddings } from './embeddings';
import { ImagePairs } from './image-pairs';
import { isFinitePoint, isLost } from './divergence';
import { makeProblem } from './problem';
import { WorkerCrashedError, type Calls, type Method } from './protocol';
import { race } from './race';
import { nextPoint, pointsOf } from './recorded-steps';
import { imageSample } from './image-sample';
import { saidOf } from './said-of';
import { takeSnapshot, withoutValues, type HistoryPoint, type Snapshot } from './snapshot';
import { summarise } from './summary';
import type { Backend, Trainer, TrainingProblem } from './trainer';

/** Answers every call of the protocol; knows nothing of workers, so that it also runs on the main thread and in Node. */
export type Engine = {
  [M in Method]: (params: Calls[M]['params'], onProgress?: OnProgress) => Promise<Calls[M]['result']>;
};

/** Time between two looks at the clock within a budget, in ms. */
const clockLook = 8;
/** Steps between two looks at whether a whole run is lost. */
const divergenceLook = 50;

interface Run {
  readonly trainer: Trainer;
  readonly dimension: number;
  readonly signal: Float64Array;
  /** Its matrices are those at step 0. */
  readonly problem: TrainingProblem;
  readonly images: ImageSet;
  /** Its length. */
  readonly steps: number;
  /** The step that it has reached. */
  at: number;
}

/** An engine that trains all there is on the processor. */
export function createEngine(given: Assets, backends: Backends = processorBackends, now?: () => number): Engine {
  return createEngineWith(given, backends, now);
}

/**
 * @param given what images are made from until `configure` names the page's own address.
 * @param backends what this thread can train with.
 * @param now what budgets and paces go by, in ms.
 */
export function createEngineWith(given: Assets, backends: Backends, now = () => performance.now()): Engine {
  let assets = given;
  let spectra = new DataSpectra(assets);
  let pairs = new ImagePairs(assets),
    embeddings = new Embeddings(pairs);
  const drawFrom = (next: Assets) => {
    assets = next;
    spectra = new DataSpectra(assets);
    pairs = new ImagePairs(assets);
    embeddings = new Embeddings(pairs);
  };
  let run: Run | null = null;

  const begin = async (experiment: Science, backend: Backend, on = backends): Promise<Run> => {
    const images = await makeImages(experiment, assets);
    const problem = makeProblem(experiment, images);
    return {
      trainer: await createTrainer(on, backend, problem),
      dimension: images.train.dimension,
      signal: images.signal,
      problem,
      images,
      steps: experiment.steps,
      at: 0,
    };
  };
  const snapshot = async ({ trainer, signal, problem }: Run, closely = false): Promise<Snapshot> => {
    const state = await trainer.read();
    return takeSnapshot(state, signal, problem.matrices, closely ? gradientsAt(problem, state.matrices) : null);
  };

  /** The share of attention on the object in whole runs, which a sweep draws; undefined where there is no object to be told. */
  const attentionAtEnd = async (experiment: Science, { trainer }: Run) => {
    const { matrices } = await trainer.read(false);
    return attentionOnObject({ experiment, frames: [matrices] }, await pairs.of(experiment))?.[0];
  };

  return {
    async configure({ base }) {
      drawFrom(fetchAssets(base));
      return null;
    },

    async take({ collection }) {
      drawFrom({ ...assets, own: (hash) => (hash === collection.hash ? Promise.resolve(collection) : missing(hash)) });
      return null;
    },

    async start({ experiment, backend }) {
      run?.trainer.dispose();
      run = null;
      run = await begin(experiment, backend, alone(backends));
      const {
        trainer: { device },
        dimension,
        signal,
      } = run;
      return {
        snapshot: await snapshot(run),
        backend,
        device,
        signalDimension: signal.length / dimension,
        dimension,
        signal,
      };
    },

    async advance({ steps, budget, record, lean = false }, onProgress) {
      // A worker that crashed between two calls comes back without its run: the caller replays it.
      if (!run) throw new WorkerCrashedError({ kind: 'unexpected', message: 'advance was called before start' });
      const began = now();
      const trail: HistoryPoint[] = [];
      const points = pointsOf(record, run.steps);
      let left = steps,
        slice = budget === null ? Infinity : 1,
        stepping = 0;
      for (;;) {
        const due = nextPoint(points, run.at);
        const batch = Math.min(left, due - run.at, slice);
        const from = now();
        await run.trainer.advance(batch, onProgress);
        const took = now() - from;
        stepping += took;
        left -= batch;
        run.at += batch;
        // Looks at the clock every few milliseconds, whatever a step costs.
        if (budget !== null) slice = Math.max(1, Math.min(4 * batch, Math.floor((batch * clockLook) / took)));
        const ends = left === 0 || (budget !== null && now() - began >= budget);
        if (!ends && run.at < due) continue;
        const recorded = await snapshot(run);
        trail.push(ends || !lean ? recorded : withoutValues(recorded));
        if (ends) return { trail, snapshot: recorded, msPerStep: stepping / (steps - left) };
      }
    },

    async complete({ experiment, backend, points, closely = false }, onProgress) {
      const { steps } = experiment;
      const run = await begin(experiment, backend);
      const coarse = points === 'coarse' ? pointsOf(points, steps) : null;
      const recorded = points !== 0;
      const every = Math.min(divergenceLook, recorded && !coarse ? Math.ceil(steps / Number(points)) : Infinity);
      const history: HistoryPoint[] = [],
        looks: Pick<HistoryPoint, 'step' | 'loss'>[] = [];
      let lost = false,
        attention: number | undefined;
      const record = async () => {
        history.push(withoutValues(await snapshot(run, closely)));
        return isFinitePoint(history.at(-1)!);
      };
      // Where nothing is recorded between, no more is measured than tells whether the run is lost.
      const look = async () => {
        const { step, loss, matrices } = await run.trainer.read(false);
        looks.push({ step, loss });
        return Number.isFinite(loss) && matrices.every(({ values }) => values.every(Number.isFinite));
      };
      try {
        for (let at = 0; ;) {
          const isFinite = await (recorded ? record() : look());
          lost = isLost(recorded ? history : looks, isFinite);
          // A run that is lost ends here, as it does on the page.
          if (at === steps || lost) break;
          const batch = coarse ? nextPoint(coarse, at) - at : Math.min(every, steps - at),
            from = at;
          await run.trainer.advance(batch, onProgress && ((share) => onProgress((from + share * batch) / steps)));
          at += batch;
        }
        if (!recorded) await record();
        if (attends(experiment)) attention = await attentionAtEnd(experiment, run);
      } finally {
        run.trainer.dispose();
      }
      const spectrum = await spectra.of(experiment, undefined, run.images);
      const summary = summarise(history.at(-1)!, lost, spectrum.data, spectrum.signalDimension);
      return { history, spectrum, summary: attention === undefined ? summary : { ...summary, attention } };
    },

    async warm({ experiment, backend }) {
      const { trainer } = await begin(experiment, backend);
      await trainer.advance(1);
      await trainer.read();
      trainer.dispose();
      return null;
    },

    spectrum: ({ experiment }, onProgress) => spectra.of(experiment, onProgress),

    images: (params) => imageSample(params, assets),

    said: async (params) => saidOf(params),

    embeddings: (params) => embeddings.of(params),

    attention: async (params) => attentionOnObject(params, await pairs.of(params.experiment)),

    dataset: ({ experiment }) => makeDataset(experiment, assets),

    probe: async () => probeGpu(),

    async race({ experiment }) {
      return race(backends, makeProblem(experiment, await makeImages(experiment, assets)));
    },

    // Who trains on a GPU has one to lose.
    loseContext: async () => null,
  };
}
