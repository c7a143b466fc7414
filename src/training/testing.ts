import { readFileSync } from 'node:fs';
import { filterMatrix } from '../network/filters';
import { explicitProblem } from './explicit-problem';
import type { TrainingProblem } from './trainer';

export interface Want {
  readonly history: readonly {
    step: number;
    loss: number;
    trainAccuracy: number;
    stableRank: number;
    singularValues: number[];
  }[];
  readonly filters: number[][];
  readonly data: { singularValues: number[]; stableRank: number; imageStableRank: number; effectiveRank: number };
}

/** Cases of the NumPy reference: inputs, and what a correct trainer must get in double precision. */
export const referenceCases = ['case-small', 'case-q2', 'case-q4-wide'] as const;

/** For tests: one of them. */
export function referenceCase(name: (typeof referenceCases)[number]): {
  problem: TrainingProblem;
  steps: number;
  want: Want;
  json: { case: object; want: Want };
} {
  const json = JSON.parse(readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8'));
  const { patches, labels, filters, lr, q, kappa, steps } = json.case;
  const train = {
    count: patches.length,
    patches: patches[0].length,
    dimension: patches[0][0].length,
    values: Float64Array.from(patches.flat(2)),
    labels: Float64Array.from(labels),
  };
  return {
    json,
    want: json.want,
    steps,
    problem: explicitProblem({
      train,
      matrices: [filterMatrix(Float64Array.from(filters.flat()), filters.length / 2)],
      lr,
      q,
      kappa,
    }),
  };
}

/** The reference's own measure: largest difference, relative to the largest entry wanted. */
export function relativeError(got: ArrayLike<number>, want: ArrayLike<number>): number {
  if (got.length !== want.length) return Infinity;
  let worst = 0,
    largest = 1e-12;
  for (let i = 0; i < want.length; i++) {
    const difference = Math.abs(got[i]! - want[i]!);
    // A difference that is not a number must not pass as small.
    if (!(difference <= worst)) worst = difference;
    largest = Math.max(largest, Math.abs(want[i]!));
  }
  return worst / largest;
}
