import { makeImages } from '../src/images/make-images';
import type { PatchedImages } from '../src/images/patched-images';
import { leading } from '../src/network/matrices';
import { effectiveRank, stableRank } from '../src/spectrum/ranks';
import { gradientsAt } from '../src/training/change';
import { createTrainer, processorBackends } from '../src/training/backends/create';
import { dataSingularValues, imageMatrix, patchMatrix } from '../src/training/data-spectrum';
import { makeProblem } from '../src/training/problem';
import { takeSnapshot, type Snapshot } from '../src/training/snapshot';
import type { Trainer, TrainingProblem } from '../src/training/trainer';
import { onAble, type Say } from './able-backend';
import type { Arguments, RunSource } from './arguments';
import { readCase } from './case-file';
import { assetsWith } from './assets';
import { changeEntry } from './change-entry';
import { recordNetwork } from './network-record';
import { rowsOf } from './rows';
import { science } from './science';

/** Runs what the command line asks for. @param say hears where it is computed on another backend. @returns the object that is printed as JSON. */
export async function run(
  { source, steps, every, backend, change, collection }: Arguments<RunSource>,
  say: Say,
): Promise<object> {
  const trainerOf = (problem: TrainingProblem) =>
    onAble(backend, (able) => createTrainer(processorBackends, able, problem), say);
  if ('caseFile' in source) {
    const { problem, steps: given, every: spectra } = await readCase(source.caseFile);
    const { lr, q, kappa, width, train } = problem;
    const wanted = steps ?? given;
    const trainer = await trainerOf(problem);
    const recording = { trainer, problem, signal: null, steps: wanted, every, change };
    return {
      parameters: {
        n: train.count,
        patches: train.patches,
        dimension: train.dimension,
        m: width,
        lr,
        q,
        kappa,
        steps: wanted,
      },
      ...(spectra === null ? await trainAndRecord(recording) : await recordNetwork(recording, spectra)),
      data: await describe(train),
      clean: null,
    };
  }
  const { experiment } = source;
  const assets = assetsWith(collection);
  const images = await makeImages(experiment, assets);
  const clean = await makeImages({ ...experiment, sigma: 0 }, assets);
  const problem = makeProblem(experiment, images);
  const trainer = await trainerOf(problem);
  return {
    parameters: science(experiment),
    signalDimension: images.signalDimension,
    ...(await trainAndRecord({ trainer, problem, signal: images.signal, steps: experiment.steps, every, change })),
    data: await describe(images.train),
    clean: await describe(clean.train),
  };
}

export interface Recording extends Pick<Arguments, 'every' | 'change'> {
  readonly trainer: Trainer;
  readonly problem: TrainingProblem;
  readonly signal: Float64Array | null;
  readonly steps: number;
}

async function trainAndRecord({ trainer, problem, signal, steps, every, change }: Recording) {
  const history: object[] = [];
  let snapshot: Snapshot;
  for (let step = 0; ;) {
    const state = await trainer.read();
    snapshot = takeSnapshot(state, signal, problem.matrices, change ? gradientsAt(problem, state.matrices) : null);
    history.push(entry(snapshot));
    if (step === steps) break;
    const batch = Math.min(every, steps - step);
    await trainer.advance(batch);
    step += batch;
  }
  trainer.dispose();
  return { backend: trainer.backend, history, filters: rowsOf(leading(snapshot)) };
}

function entry(snapshot: Snapshot) {
  const { step, loss, trainAccuracy, testAccuracy, testLoss, byLabel } = snapshot;
  const { signalShare, singularValues } = leading(snapshot);
  return {
    step,
    loss,
    trainAccuracy,
    testAccuracy,
    stableRank: stableRank(singularValues),
    signalShare,
    singularValues: [...singularValues],
    testLoss,
    ...(byLabel && { byLabel }),
    ...changeEntry(leading(snapshot)),
  };
}

async function describe(images: PatchedImages) {
  const values = await dataSingularValues(patchMatrix(images));
  return {
    stableRank: stableRank(values),
    imageStableRank: stableRank(await dataSingularValues(imageMatrix(images))),
    effectiveRank: effectiveRank(values),
    singularValues: [...values],
  };
}
