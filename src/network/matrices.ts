import type { MatrixName, MatrixRole } from '../experiment/networks';

/** A weight matrix before it has values. */
export interface MatrixShape {
  readonly name: MatrixName;
  readonly role: MatrixRole;
  readonly rows: number;
  readonly columns: number;
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
