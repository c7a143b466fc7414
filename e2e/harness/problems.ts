import { presetExperiment, presets } from '../../src/experiment/presets';
import { makeImages } from '../../src/images/make-images';
import { fetchAssets } from '../../src/images/assets';
import { filterMatrix } from '../../src/network/filters';
import { randomProblem } from '../../src/network/testing';
import { explicitProblem } from '../../src/training/explicit-problem';
import { makeProblem } from '../../src/training/problem';
import { caseProblem } from '../../src/training/testing-case-problem';
import { anyProblem, type AnyProblem } from '../../src/training/testing-problems';
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
export type ProblemSource =
  { readonly preset: string } | { readonly random: RandomProblem } | { readonly any: AnyProblem };

/** A case of the NumPy reference, as its file holds it: of two layers its filters, of other networks all weights by name. */
interface CaseFile {
  readonly case: object;
  readonly want: {
    readonly history: readonly { step: number; loss: number }[];
    readonly filters?: number[][];
    readonly weights?: Readonly<Record<string, number[] | number[][]>>;
  };
}

const files = import.meta.glob<CaseFile>('../../fixtures/case-*.json', { import: 'default' });

/** A case, what is wanted of its losses, and of its matrices in their order. */
export async function referenceCase(
  name: string,
): Promise<{ problem: TrainingProblem; history: CaseFile['want']['history']; matrices: readonly number[][] }> {
  const load = files[`../../fixtures/${name}.json`];
  if (!load) throw new Error(`there is no case ${name}`);
  const { case: given, want } = await load();
  const matrices = Object.values(want.weights ?? { filters: want.filters! }).map((matrix) => matrix.flat());
  return { problem: caseProblem(given), history: want.history, matrices };
}

/** @param base where the built page lies, which ships the digits. */
export async function problemOf(source: ProblemSource, base: string): Promise<TrainingProblem> {
  if ('any' in source) return anyProblem(source.any);
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
