/**
 * z = Wx: z_r = ⟨w_r, x⟩ for every row of a matrix and the vector x that starts at `at`. Four rows at a time read an entry
 * of x once: twice as fast as one by one.
 * @param filters W, [rows × d] row-major. @param z [rows], overwritten.
 */
export function products(
  filters: Float64Array | Float32Array,
  values: Float64Array,
  at: number,
  dimension: number,
  z: Float64Array,
): void {
  const d = dimension,
    rows = z.length;
  let r = 0;
  for (; r + 3 < rows; r += 4) {
    const a = r * d,
      b = a + d,
      c = b + d,
      e = c + d;
    let s0 = 0,
      s1 = 0,
      s2 = 0,
      s3 = 0;
    for (let j = 0; j < d; j++) {
      const x = values[at + j]!;
      s0 += filters[a + j]! * x;
      s1 += filters[b + j]! * x;
      s2 += filters[c + j]! * x;
      s3 += filters[e + j]! * x;
    }
    z[r] = s0;
    z[r + 1] = s1;
    z[r + 2] = s2;
    z[r + 3] = s3;
  }
  for (; r < rows; r++) {
    let s = 0;
    for (let j = 0; j < d; j++) s += filters[r * d + j]! * values[at + j]!;
    z[r] = s;
  }
}

/**
 * Adds Wᵀz to x.
 * @param matrix W, [z.length × d] row-major. @param x [d], added to.
 */
export function addTransposed(matrix: Float64Array | Float32Array, z: Float64Array, x: Float64Array): void {
  const d = x.length;
  for (let r = 0; r < z.length; r++) {
    const by = z[r]!;
    if (by === 0) continue;
    for (let j = 0, at = r * d; j < d; j++, at++) x[j]! += by * matrix[at]!;
  }
}

/**
 * Adds the outer product z xᵀ to a matrix: the part of a gradient that one vector x of a layer has.
 * @param z [rows], by the layer's products. @param into [rows × d] row-major, added to.
 */
export function addOuter(
  z: Float64Array,
  values: Float64Array,
  at: number,
  dimension: number,
  into: Float64Array,
): void {
  for (let r = 0; r < z.length; r++) {
    const by = z[r]!;
    if (by === 0) continue;
    for (let j = 0, to = r * dimension; j < dimension; j++, to++) into[to]! += by * values[at + j]!;
  }
}
