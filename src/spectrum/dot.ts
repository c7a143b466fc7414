/** Σ_i x[xStart + i] · y[yStart + i], i < length; four sums, so that an addition need not wait for the one before. */
export function dot(x: Float64Array, xStart: number, y: Float64Array, yStart: number, length: number): number {
  let s0 = 0,
    s1 = 0,
    s2 = 0,
    s3 = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    s0 += x[xStart + i] * y[yStart + i];
    s1 += x[xStart + i + 1] * y[yStart + i + 1];
    s2 += x[xStart + i + 2] * y[yStart + i + 2];
    s3 += x[xStart + i + 3] * y[yStart + i + 3];
  }
  for (; i < length; i++) s0 += x[xStart + i] * y[yStart + i];
  return s0 + s1 + (s2 + s3);
}
