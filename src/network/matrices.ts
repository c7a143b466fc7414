import type { MatrixName, MatrixRole } from '../experiment/networks';

/** A weight matrix before it has values. */
export interface MatrixShape {
  readonly name: MatrixName;
  readonly role: MatrixRole;
  readonly rows: number;
  readonly columns: number;
  /** Patches that a row of filters sees at once, each in a part of its own; one where it is not said. */
  readonly patches?: number;
}

/** A weight matrix. */
export interface WeightMatrix<Values = Float64Array | Float32Array> extends MatrixShape {
  /** [rows × columns], row-major. */
  readonly values: Values;
}

/** The matrix that leads a network's list: its filters, which are shown where the page shows one matrix. */
export function leading<Matrix>({ matrices }: { readonly matrices: readonly Matrix[] }): Matrix {
  return matrices[0]!;
}

/** A matrix whose rows are what its rows have for one patch each: of filters that see several patches at once, all of their parts. */
export function patchByPatch<Matrix extends WeightMatrix>(matrix: Matrix): Matrix {
  const { rows, columns, patches = 1 } = matrix;
  return patches === 1 ? matrix : { ...matrix, rows: rows * patches, columns: columns / patches };
}

/** Numbers in all of a network's matrices: multiply-adds of one patch's way through it. */
export function entriesOf(matrices: readonly MatrixShape[]): number {
  return matrices.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
}
