/** A dense real matrix, row-major. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** [rows × columns]. */
  readonly values: Float64Array | Float32Array;
}
