/** A step of 1, 2 or 5 times a power of ten for about so many in [from, to]; its inverse, negated, where it is below one, so that both are whole. */
function stepOf(from: number, to: number, count: number): number {
  const step = (to - from) / count;
  const power = Math.floor(Math.log10(step));
  const error = step / 10 ** power;
  const factor = error >= Math.sqrt(50) ? 10 : error >= Math.sqrt(10) ? 5 : error >= Math.sqrt(2) ? 2 : 1;
  return power < 0 ? -(10 ** -power / factor) : 10 ** power * factor;
}

/** Multiples of a step as `stepOf` gives it. */
const multiple = (i: number, step: number) => (step < 0 ? i / -step : i * step);

/** Round values in [from, to], about `count` of them. By hand: before the first figure every package counts. */
export function roundValues(from: number, to: number, count: number): number[] {
  if (!(to > from) || !(count > 0)) return to === from ? [from] : [];
  const step = stepOf(from, to, count);
  const near = (value: number) => Math.round(step < 0 ? value * -step : value / step);
  let [low, high] = [near(from), near(to)];
  if (multiple(low, step) < from) low += 1;
  if (multiple(high, step) > to) high -= 1;
  if (high < low && count < 2) return roundValues(from, to, 2 * count);
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, i) => multiple(low + i, step));
}
