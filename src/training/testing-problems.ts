import type { NetworkName } from '../experiment/networks';
import { randomStream } from '../images/random';
import type { WeightMatrix } from '../network/matrices';
import { shuffledBatches } from './batches';
import { explicitProblem } from './explicit-problem';
import type { OptimiserSettings } from './optimiser';
import type { TrainingProblem } from './trainer';

/** For tests: any network on normal images, its weights normal as well; what another network would need is not read. */
export interface AnyProblem extends OptimiserSettings {
  readonly network: NetworkName;
  readonly seed: number;
  readonly n: number;
  readonly patches: number;
  readonly dimension: number;
  readonly width: number;
  readonly depth: number;
  readonly token: 'filters' | 'linear';
  readonly q: number;
  readonly kappa: number;
}

/** Size of queries and keys. */
const headSize = 3;

export function anyProblem(given: AnyProblem): TrainingProblem {
  const { network, seed, n, dimension, width, depth, opt, batch, decay } = given;
  const patches = network === 'dense' ? 1 : given.patches,
    units = 2 * width;
  const { normal } = randomStream(seed, 'problem');
  const matrix = (name: WeightMatrix['name'], rows: number, columns: number): WeightMatrix<Float64Array> => ({
    name,
    role: name === 'filters' ? 'filters' : name === 'c' ? 'token' : 'mixing',
    rows,
    columns,
    // Products of about one reach every part of the activation.
    values: Float64Array.from({ length: rows * columns }, () => normal() / Math.sqrt(columns)),
  });
  const filters = matrix('filters', units, dimension);
  const above = {
    cnn: () => [],
    dense: () => [],
    deep: () => (['W2', 'W3', 'W4'] as const).slice(0, depth - 2).map((name) => matrix(name, units, units)),
    transformer: () => [
      matrix('c', 1, units),
      matrix('Wq', headSize, units),
      matrix('Wk', headSize, units),
      matrix('Wv', units, units),
      matrix('Wm', units, units),
    ],
  };
  const images = (count: number) => ({
    count,
    patches,
    dimension,
    values: Float64Array.from({ length: count * patches * dimension }, normal),
    labels: Float64Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 1 : -1)),
  });
  return explicitProblem({
    ...given,
    train: images(n),
    test: images(n + 3),
    matrices: [filters, ...above[network]()],
    lr: opt === 'adam' ? 0.01 : 0.1,
    lrMix: 0.1,
    lrAttention: 0.1,
    optimiser: { opt, batch, decay },
    batches: batch > 0 ? shuffledBatches(seed, n, batch) : null,
  });
}
