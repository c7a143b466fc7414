import type { NetworkName } from '../experiment/networks';
import type { Science } from '../experiment/parameters';
import type { PatchedImages } from '../images/patched-images';
import { architectures } from '../network/architectures/list';
import type { WeightMatrix } from '../network/matrices';
import type { BatchStream } from './batches';
import { gradientDescent, ratesOf, type OptimiserSettings } from './optimiser';
import type { TrainingProblem } from './trainer';

/** What is to be trained, in numbers rather than by an experiment. */
export interface Explicit {
  /** The two-layer CNN where none is named. */
  readonly network?: NetworkName;
  /** As the network sees them. */
  readonly train: PatchedImages;
  readonly test?: PatchedImages | null;
  readonly matrices: readonly WeightMatrix<Float64Array>[];
  /** Per filter, η/m. */
  readonly lr: number;
  /** Of mixing matrices, and of queries and keys, against ∂L/∂W itself. */
  readonly lrMix?: number;
  readonly lrAttention?: number;
  readonly q: number;
  readonly kappa: number;
  readonly token?: Science['token'];
  readonly optimiser?: OptimiserSettings;
  readonly batches?: BatchStream | null;
}

/** The training problem of explicit images and weights: width and depth are those of the matrices. */
export function explicitProblem({
  network = 'cnn',
  train,
  test = null,
  matrices,
  lr,
  lrMix = 0,
  lrAttention = 0,
  q,
  kappa,
  token = 'filters',
  optimiser = gradientDescent,
  batches = null,
}: Explicit): TrainingProblem {
  const width = matrices[0]!.rows / 2;
  const rates = matrices.map(({ name }) =>
    name === 'filters' ? lr * width : name === 'c' ? 0 : name === 'Wq' || name === 'Wk' ? lrAttention : lrMix,
  );
  return {
    architecture: architectures[network],
    train,
    test,
    matrices,
    width,
    depth: matrices.length + 1,
    token,
    q,
    kappa,
    lr,
    rates: ratesOf(rates, optimiser.opt, width, lr),
    optimiser,
    batches,
  };
}
