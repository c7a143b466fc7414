import { logOf } from './random';

/** Beyond it the series of exp is taken of halves, which are squared again. */
const seriesTo = 0.5;

/**
 * x to a power y ≤ 0, x in [1, 2³²): in additions, products and quotients alone, as engines round Math.pow differently in the last bit, and
 * links draw the same images in all of them. To some units in the last place.
 */
export function powerOf(x: number, y: number): number {
  let exponent = y * logOf(x),
    halvings = 0;
  while (exponent < -seriesTo) {
    exponent /= 2;
    halvings += 1;
  }
  let sum = 1;
  for (let term = 18; term >= 1; term--) sum = 1 + (sum * exponent) / term;
  for (; halvings > 0; halvings--) sum *= sum;
  return sum;
}
