import { presetExperiment, presets } from '../../src/experiment/presets';
import { makeImages } from '../../src/images/make-images';
import { fetchAssets } from '../../src/images/assets';
import { filterMatrix } from '../../src/network/filters';
import { explicitProblem } from '../../src/training/explicit-problem';
import { randomProblem } from '../../src/network/testing';
import { makeProblem } from '../../src/training/problem';
import type { TrainingProblem } from '../../src/training/trainer';

/** A problem of normal images and filters: any shape, where experiments come in squares. */
export interface RandomProblem {
  readonly seed: number;
  readonly n: number;
  readonly patches: number;
  readonly dimension: number;
  readonly width: number;
  readonly q: number;
  readonly kappa: number;
  readonly lr: number;
}

/** What crosses from the test to the browser in place of a problem's numbers. */
export type ProblemSource = { readonly preset: string } | { readonly random: RandomProblem };

/** A case of the NumPy reference, as its file holds it. */
interface CaseFile {
  readonly case: {
    readonly patches: number[][][];
    readonly labels: number[];
    readonly filters: number[][];
    readonly lr: number;
    readonly q: number;
    readonly kappa: number;
  };
  readonly want: { readonly history: readonly { step: number; loss: number }[]; readonly filters: number[][] };
}

const files = import.meta.glob<CaseFile>('../../fixtures/case-*.json', { import: 'default' });

export async function referenceCase(name: string): Promise<{ problem: TrainingProblem; want: CaseFile['want'] }> {
  const load = files[`../../fixtures/${name}.json`];
  if (!load) throw new Error(`there is no case ${name}`);
  const { case: given, want } = await load();
  const { patches, labels, filters, lr, q, kappa } = given;
  const train = {
    count: patches.length,
    patches: patches[0]!.length,
    dimension: patches[0]![0]!.length,
    values: Float64Array.from(patches.flat(2)),
    labels: Float64Array.from(labels),
  };
  return {
    want,
    problem: explicitProblem({
      train,
      matrices: [filterMatrix(Float64Array.from(filters.flat()), filters.length / 2)],
      lr,
      q,
      kappa,
    }),
  };
}

/** @param base where the built page lies, which ships the digits. */
export async function problemOf(source: ProblemSource, base: string): Promise<TrainingProblem> {
  if ('random' in source) {
    const { seed, q, kappa, lr, ...shape } = source.random;
    // Filters that make products of about one reach every part of the activation.
    const { images, filters } = randomProblem(shape, seed, 1 / Math.sqrt(shape.dimension));
    const { images: test } = randomProblem({ ...shape, n: shape.n + 3 }, seed + 1);
    return explicitProblem({ train: images, test, matrices: [filterMatrix(filters, shape.width)], lr, q, kappa });
  }
  const preset = presets.find(({ name }) => name === source.preset);
  if (!preset) throw new Error(`there is no preset ${source.preset}`);
  const experiment = presetExperiment(preset);
  return makeProblem(experiment, await makeImages(experiment, fetchAssets(base)));
}
