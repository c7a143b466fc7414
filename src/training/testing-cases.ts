import { readFileSync } from 'node:fs';
import type { MatrixName } from '../experiment/networks';
import { caseProblem } from './testing-case-problem';
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
