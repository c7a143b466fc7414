import { patchByPatch, type WeightMatrix } from '../network/matrices';
import { movedEnergy, type MovedEnergy } from '../spectrum/moved-energy';
import { singularValues } from '../spectrum/singular-values';
import type { TrainingProblem } from './trainer';

/** How a matrix has changed and where it is pulled: measured where it is asked for, as it costs two spectra and a gradient. */
export interface MatrixChange {
  /** Singular values of W − W₀, descending; all zero at step 0. */
  readonly moved: Float64Array;
  readonly gradient: GradientMeasured;
}

/** The gradient of the mean loss over all training images, whatever a step of the optimiser is made of. */
export interface GradientMeasured {
  /** Descending. */
  readonly singularValues: Float64Array;
  /** Its energy in the signal span and along each of its vectors; null where it is zero, no span is known, or its rows are no filters. */
  readonly energy: MovedEnergy | null;
  /** Cosine of −∂L/∂W with W − W₀, in [−1, 1]: whether training goes on as it has come. Null where either is zero. */
  readonly cosine: number | null;
}

/** The gradient of the loss in each of the matrices, in double precision, whatever trained them. */
export function gradientsAt(problem: TrainingProblem, matrices: readonly WeightMatrix[]): readonly Float64Array[] {
  const into = matrices.map(({ values }) => new Float64Array(values.length));
  problem.architecture.gradient(matrices, problem, problem.train, into);
  return into;
}

/**
 * @param initial W₀, of the same shape. @param gradient ∂L/∂W, likewise.
 * @param span orthonormal rows [r × columns]; null where there is none.
 */
export function changeOf(
  matrix: WeightMatrix,
  initial: WeightMatrix,
  gradient: Float64Array,
  span: Float64Array | null,
): MatrixChange {
  const { rows, columns, values } = matrix;
  const moved = Float64Array.from(values, (value, i) => value - initial.values[i]!);
  const measured = (of: Float64Array) => singularValues({ rows, columns, values: of });
  return {
    moved: measured(moved),
    gradient: {
      singularValues: measured(gradient),
      energy: span && movedEnergy(gradient, new Float64Array(gradient.length), patchByPatch(matrix).columns, span),
      cosine: descent(moved, gradient),
    },
  };
}

/** Cosine of a move with the way down. */
function descent(moved: Float64Array, gradient: Float64Array): number | null {
  const scale = (values: Float64Array) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const by = [scale(moved), scale(gradient)] as const;
  if (by[0] === 0 || by[1] === 0) return null;
  let product = 0,
    ofMoved = 0,
    ofGradient = 0;
  for (let i = 0; i < moved.length; i++) {
    // Relative to the largest entries, so that no square vanishes.
    const a = moved[i]! / by[0],
      b = -gradient[i]! / by[1];
    product += a * b;
    ofMoved += a * a;
    ofGradient += b * b;
  }
  return Math.max(-1, Math.min(1, product / Math.sqrt(ofMoved * ofGradient)));
}
