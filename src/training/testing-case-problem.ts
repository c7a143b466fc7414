import type { MatrixName, NetworkName } from '../experiment/networks';
import { filterMatrix } from '../network/filters';
import type { WeightMatrix } from '../network/matrices';
import { explicitProblem } from './explicit-problem';
import type { TrainingProblem } from './trainer';

/** For tests: the training problem of a case as the file has it, of any kind. */
// oxlint-disable-next-line typescript/no-explicit-any
export function caseProblem(given: any): TrainingProblem {
  const { patches, labels, lr, q, kappa, lrMix, lrAttention, opt = 'gd', decay = 0, batches } = given;
  return explicitProblem({
    network: (given.architecture ?? 'cnn') as NetworkName,
    train: {
      count: patches.length,
      patches: patches[0].length,
      dimension: patches[0][0].length,
      values: Float64Array.from(patches.flat(2)),
      labels: Float64Array.from(labels),
    },
    matrices: given.weights ? matricesOf(given.weights) : [filters(given.filters)],
    lr,
    lrMix,
    lrAttention,
    q,
    kappa,
    optimiser: { opt, batch: batches ? batches[0].length : 0, decay },
    batches: batches ? (step) => Int32Array.from(batches[step]) : null,
  });
}

function filters(rows: number[][]): WeightMatrix<Float64Array> {
  return filterMatrix(Float64Array.from(rows.flat()), rows.length / 2);
}

function matricesOf(weights: Record<string, number[] | number[][]>): WeightMatrix<Float64Array>[] {
  const [first, ...others] = Object.entries(weights);
  return [
    filters(first![1] as number[][]),
    ...others.map(([name, value]): WeightMatrix<Float64Array> => {
      const rows = Array.isArray(value[0]) ? (value as number[][]) : [value as number[]];
      return {
        name: name as MatrixName,
        role: name === 'c' ? 'token' : 'mixing',
        rows: rows.length,
        columns: rows[0]!.length,
        values: Float64Array.from(rows.flat()),
      };
    }),
  ];
}
