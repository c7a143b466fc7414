import { decodeLink } from '../../src/experiment/link';
import type { HalfWay } from './half-way';
import { leastSquares } from './numbers';

/** Settings of two layers and gradient descent on white noise, which differ in what σ* is made of, and in P. */
const lawful: ReadonlySet<string> = new Set([
  'the default experiment',
  'features per class K',
  'training images n',
  'patch dimension d',
  'patches P',
  'exponent q',
]);

/** Half-way points, a seed each, fitted as products of powers: by least squares in logarithms. */
export function fits(halves: readonly HalfWay[]) {
  const points = halves
    .filter(({ setting }) => lawful.has(setting.by))
    .flatMap(({ setting, halves: found }) => {
      const { k, n, side, patches, q } = decodeLink(`#${setting.link}`).experiment;
      return found.flatMap((ratio) => (ratio === null ? [] : [{ k, n, d: side ** 2, patches, q, ratio }]));
    });
  const log = (of: typeof points, value: (point: (typeof points)[number]) => number) =>
    of.map((point) => Math.log(value(point)));
  const cubic = points.filter(({ q }) => q === 3);
  // σ* at q = 3, but for factors that are the same in all.
  const half = log(cubic, ({ k, n, d, ratio }) => (ratio / Math.sqrt(d)) * Math.cbrt(n / k));
  const powers = leastSquares(
    [
      log(cubic, ({ k }) => k),
      log(cubic, ({ n }) => n),
      log(cubic, ({ d }) => d),
      log(cubic, ({ patches }) => patches),
    ],
    half,
  );
  const left = leastSquares(
    [log(points, ({ patches }) => patches), log(points, ({ q }) => q)],
    log(points, ({ ratio }) => ratio),
  );
  return { points: points.length, powers, left };
}
