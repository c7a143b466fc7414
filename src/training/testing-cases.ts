import { readFileSync } from 'node:fs';
import type { MatrixName, NetworkName } from '../experiment/networks';
import { filterMatrix } from '../network/filters';
import type { WeightMatrix } from '../network/matrices';
import { explicitProblem } from './explicit-problem';
import type { TrainingProblem } from './trainer';

/** For tests: cases of other optimisers, of which the reference says what it says of `referenceCases`. */
export const optimiserCases = ['case-adam', 'case-momentum', 'case-batches-decay'] as const;
/** For tests: cases of other networks, of which the reference says more (`WantOfNetwork`). */
export const networkCases = ['case-deep-l3', 'case-deep-l5', 'case-transformer', 'case-transformer-wide'] as const;

type Spectra = { readonly patch: readonly number[] | null; readonly pooled: readonly number[] };

/** What a correct trainer must get of a case of `networkCases`; matrices by the names of the reference. */
export interface WantOfNetwork {
  readonly history: readonly {
    readonly step: number;
    readonly loss: number;
    readonly trainAccuracy: number;
    readonly singularValues?: Readonly<Record<string, readonly number[]>>;
  }[];
  readonly weights: Readonly<Record<string, readonly number[] | readonly number[][]>>;
  readonly f: readonly number[];
  readonly embeddings: Readonly<Record<string, Spectra>>;
  readonly attention?: readonly number[][];
}

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

/** For tests: a case by the name of its file. */
export function readCaseFile(name: string): {
  problem: TrainingProblem;
  steps: number;
  json: { case: object; want: unknown };
} {
  const json = JSON.parse(readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8'));
  return { json, problem: caseProblem(json.case), steps: json.case.steps };
}

/** For tests: the reference's name of a matrix, where it is another. */
export const referenceName = (problem: TrainingProblem, name: MatrixName): string =>
  name !== 'filters' ? name : problem.architecture.name === 'transformer' ? 'E' : 'W1';

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
