import { powerOf } from '../../power';
import { cosines, zigzag } from './signal-basis';

/**
 * Colours white noise in place: coefficient j of a patch in the orthonormal cosine basis (zigzag order, the constant first, j = 1 … d) is
 * multiplied by a factor ∝ j^(−α/2) whose squares have the mean 1, so that the energy expected of a patch stays.
 * @returns what does so to one patch [s × s]. @param colour α.
 */
export function colouring(side: number, colour: number): (patch: Float64Array) => void {
  const dimension = side * side;
  const factors = new Float64Array(dimension);
  zigzag(side).forEach(([a, b], j) => (factors[a * side + b] = powerOf(j + 1, -colour / 2)));
  const scale = Math.sqrt(dimension / factors.reduce((sum, factor) => sum + factor * factor, 0));
  for (let i = 0; i < dimension; i++) factors[i]! *= scale;
  const rows = cosines(side);
  const half = new Float64Array(dimension),
    coefficients = new Float64Array(dimension);
  return (patch) => {
    // Along x, then along y, and back: 4s products a pixel instead of 2d.
    for (let y = 0; y < side; y++)
      for (let b = 0; b < side; b++) half[y * side + b] = along(patch, y * side, 1, rows, b * side, 1, side);
    for (let a = 0; a < side; a++)
      for (let b = 0; b < side; b++)
        coefficients[a * side + b] = factors[a * side + b]! * along(half, b, side, rows, a * side, 1, side);
    for (let y = 0; y < side; y++)
      for (let b = 0; b < side; b++) half[y * side + b] = along(coefficients, b, side, rows, y, side, side);
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++) patch[y * side + x] = along(half, y * side, 1, rows, x, side, side);
  };
}

/** Σ of products of two rows or columns. */
function along(
  a: Float64Array,
  from: number,
  step: number,
  b: Float64Array,
  start: number,
  stride: number,
  count: number,
): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += a[from + i * step]! * b[start + i * stride]!;
  return sum;
}
