import { makeImages } from '../src/images/make-images';
import type { PatchedImages } from '../src/images/patched-images';
import { leading, type WeightMatrix } from '../src/network/matrices';
import { effectiveRank, stableRank } from '../src/spectrum/ranks';
import { createTrainer, processorBackends } from '../src/training/backends/create';
import { dataSingularValues, imageMatrix, patchMatrix } from '../src/training/data-spectrum';
import { makeProblem } from '../src/training/problem';
import { takeSnapshot, type Snapshot } from '../src/training/snapshot';
import type { Trainer } from '../src/training/trainer';
import type { Arguments, RunSource } from './arguments';
import { readCase } from './case-file';
import { fileAssets } from './assets';
import { science } from './science';

/** Runs what the command line asks for. @returns the object that is printed as JSON. */
export async function run({ source, steps, every, backend }: Arguments<RunSource>): Promise<object> {
  if ('caseFile' in source) {
    const { problem, steps: given } = await readCase(source.caseFile);
    const { lr, q, kappa, width, train } = problem;
    const wanted = steps ?? given;
    const trainer = await createTrainer(processorBackends, backend, problem);
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
      ...(await trainAndRecord(trainer, null, wanted, every)),
      data: await describe(train),
      clean: null,
    };
  }
  const { experiment } = source;
  const images = await makeImages(experiment, fileAssets);
  const clean = await makeImages({ ...experiment, sigma: 0 }, fileAssets);
  const trainer = await createTrainer(processorBackends, backend, makeProblem(experiment, images));
  return {
    parameters: science(experiment),
    signalDimension: images.signalDimension,
    ...(await trainAndRecord(trainer, images.signal, experiment.steps, every)),
    data: await describe(images.train),
    clean: await describe(clean.train),
  };
}

async function trainAndRecord(trainer: Trainer, signal: Float64Array | null, steps: number, every: number) {
  const history: object[] = [];
  let snapshot: Snapshot;
  for (let step = 0; ;) {
    snapshot = takeSnapshot(await trainer.read(), signal);
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
  const { step, loss, trainAccuracy, testAccuracy, testLoss } = snapshot;
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

function rowsOf({ rows, columns, values }: WeightMatrix): number[][] {
  return Array.from({ length: rows }, (_, row) => [...values.subarray(row * columns, (row + 1) * columns)]);
}
