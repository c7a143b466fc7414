import { describe, expect, it } from 'vitest';
import { randomStream } from './random';

const drawn = <T>(count: number, draw: () => T) => Array.from({ length: count }, draw);

/** Normal CDF by Marsaglia's series (J. Stat. Software 11, 2004): accurate to rounding of 1 for |z| < 7. */
function normalCdf(z: number): number {
  let sum = z,
    term = z;
  for (let i = 3; Math.abs(term) > 1e-18 * Math.abs(sum); i += 2) sum += term = (term * z * z) / i;
  return 0.5 + sum * Math.exp(-0.5 * z * z - 0.5 * Math.log(2 * Math.PI));
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (v: readonly number[]) => v.reduce((s, x) => s + x, 0) / v.length;
  const ma = mean(a),
    mb = mean(b);
  const covariance = mean(a.map((x, i) => (x - ma) * (b[i]! - mb)));
  return covariance / Math.sqrt(mean(a.map((x) => (x - ma) ** 2)) * mean(b.map((x) => (x - mb) ** 2)));
}

describe('a random stream', () => {
  // Frozen: these numbers are what every link ever shared draws. Change the generator and old links show other curves.
  it('draws the integers it always drew', () => {
    expect(drawn(6, randomStream(1, 'training background').uint32)).toEqual([
      4205602073, 70180197, 860361639, 3785820010, 4071534759, 1496914981,
    ]);
    expect(drawn(4, randomStream(2 ** 32 - 1, 'filters of class +1').uint32)).toEqual([
      4149327691, 3024107122, 4087885883, 1430465892,
    ]);
    expect(drawn(4, randomStream(0, '').uint32)).toEqual([3419796746, 3285125962, 146531947, 3951453485]);
  });

  it('draws the normals and positions it always drew, to the last bit', () => {
    expect(drawn(6, randomStream(1, 'training background').normal)).toEqual([
      2.0373605459335, -2.1359903411611265, -0.8404839291296383, 1.1822911891738281, 1.6255572176231055,
      -0.38929848447298004,
    ]);
    const { below } = randomStream(1, 'training object positions');
    expect(drawn(24, () => below(4)).join('')).toBe('320020302021231103110302');
  });

  it('draws the same again from the same seed and name', () => {
    expect(drawn(1000, randomStream(7, 'a').normal)).toEqual(drawn(1000, randomStream(7, 'a').normal));
  });

  it.each([
    ['another name', 7, 'training', 7, 'test'],
    ['a name that begins alike', 7, 'filters of class +1', 7, 'filters of class -1'],
    ['the next seed', 7, 'a', 8, 'a'],
    ['a seed that differs in its highest bit', 7, 'a', 7 + 2 ** 31, 'a'],
    ['seed and name that could be confused', 1, '1a', 11, 'a'],
  ])('is independent of one with %s', (_, seed, name, otherSeed, otherName) => {
    const count = 20_000;
    const a = drawn(count, randomStream(seed, name).normal),
      b = drawn(count, randomStream(otherSeed, otherName).normal);
    // The correlation of independent draws has standard deviation 1/√count; five of them, also one draw apart.
    const bound = 5 / Math.sqrt(count);
    expect(Math.abs(correlation(a, b))).toBeLessThan(bound);
    expect(Math.abs(correlation(a.slice(1), b.slice(0, -1)))).toBeLessThan(bound);
    expect(Math.abs(correlation(a.slice(1), a.slice(0, -1)))).toBeLessThan(bound);
    expect(
      Math.abs(
        correlation(
          a.map((x) => x * x),
          b.map((x) => x * x),
        ),
      ),
    ).toBeLessThan(bound);
  });
});

describe('normals', () => {
  it('are the quantile of the integer that they were drawn from', () => {
    const { uint32 } = randomStream(3, 'quantile'),
      { normal } = randomStream(3, 'quantile');
    for (let i = 0; i < 20_000; i++) {
      const p = (uint32() + 0.5) / 2 ** 32;
      // AS 241 is exact to 1e-16 relative; the series loses a few units in the last place of 1.
      expect(Math.abs(normalCdf(normal()) - p)).toBeLessThan(1e-14);
    }
  });

  it('have the moments of N(0, 1)', () => {
    const count = 200_000;
    const values = drawn(count, randomStream(5, 'moments').normal);
    const moment = (power: number) => values.reduce((s, z) => s + z ** power, 0) / count;
    // Five standard deviations of each sample moment: Var z^p = E z^2p − (E z^p)².
    const within = (variance: number) => 5 * Math.sqrt(variance / count);
    expect(Math.abs(moment(1))).toBeLessThan(within(1));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(within(2));
    expect(Math.abs(moment(3))).toBeLessThan(within(15));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(within(96));
  });

  it('follow the normal distribution (Kolmogorov–Smirnov)', () => {
    const count = 50_000;
    const values = drawn(count, randomStream(9, 'distribution').normal).toSorted((a, b) => a - b);
    const distance = Math.max(
      ...values.map((z, i) => Math.max((i + 1) / count - normalCdf(z), normalCdf(z) - i / count)),
    );
    // 1.95/√count: the 99.9% point of the Kolmogorov distribution. An error of 1% in the variance alone would exceed half of it.
    expect(distance).toBeLessThan(1.95 / Math.sqrt(count));
  });
});

describe('positions', () => {
  it.each([1, 2, 3, 4, 7, 16])('below %d are whole, in range and equally frequent', (bound) => {
    const count = 48_000;
    const { below } = randomStream(11, 'positions');
    const seen = Array.from({ length: bound }, () => 0);
    for (let i = 0; i < count; i++) seen[below(bound)]! += 1;
    expect(seen.length).toBe(bound); // a number out of range would have made it longer
    const chi2 = seen.reduce((sum, s) => sum + (s - count / bound) ** 2 / (count / bound), 0);
    // χ² with b − 1 degrees of freedom has mean b − 1 and variance 2(b − 1); five standard deviations.
    expect(chi2).toBeLessThanOrEqual(bound - 1 + 5 * Math.sqrt(2 * (bound - 1)));
  });
});
