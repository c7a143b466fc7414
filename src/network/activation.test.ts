import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { huberizedRelu } from './activation';

fc.configureGlobal({ seed: 20250408 });

const exponents = [2, 2.5, 3, 4, 5.5, 6];
const anyActivation = fc.record({
  q: fc.oneof(fc.constantFrom(...exponents), fc.double({ min: 2, max: 6, noNaN: true })),
  kappa: fc.double({ min: 0.01, max: 10, noNaN: true }),
});

describe('the Huberized ReLU', () => {
  it('is the paper’s: 0, then z^q/(q κ^(q−1)), then z − (1 − 1/q)κ', () => {
    const { value, slope } = huberizedRelu(3, 2);
    expect([-1, 0].map(value)).toEqual([0, 0]);
    expect(value(1)).toBeCloseTo(1 / 12, 15);
    expect(value(2)).toBeCloseTo(2 / 3, 15);
    expect(value(5)).toBeCloseTo(5 - 4 / 3, 14);
    expect([-1, 0, 1, 2, 5].map(slope)).toEqual([0, 0, 1 / 4, 1, 1]);
  });

  it.each(exponents)('agrees with the formula for q = %d', (q) => {
    for (const kappa of [0.01, 0.5, 1, 10]) {
      const { value, slope } = huberizedRelu(q, kappa);
      for (const t of [0.01, 0.3, 0.7, 0.999, 1]) {
        const z = t * kappa;
        // A handful of roundings.
        expect(Math.abs(value(z) / (z ** q / (q * kappa ** (q - 1))) - 1)).toBeLessThan(1e-13);
        expect(Math.abs(slope(z) / (z / kappa) ** (q - 1) - 1)).toBeLessThan(1e-13);
      }
    }
  });

  it('is continuous, with a continuous slope, where its pieces meet', () => {
    fc.assert(
      fc.property(anyActivation, ({ q, kappa }) => {
        const { value, slope } = huberizedRelu(q, kappa);
        const step = 1e-9 * kappa;
        // Slopes are at most 1 and the slope's slope at most (q − 1)/κ, so both may move this much and no more.
        expect(Math.abs(value(kappa + step) - value(kappa - step))).toBeLessThan(2.1 * step);
        expect(Math.abs(slope(kappa + step) - slope(kappa - step))).toBeLessThan(6 * 1e-9);
        expect(value(step)).toBeLessThan(step);
        expect(slope(step)).toBeLessThan(2e-9 ** (q - 1) * 2);
      }),
    );
  });

  it('has the slope of its value', () => {
    fc.assert(
      fc.property(anyActivation, fc.double({ min: -1, max: 3, noNaN: true }), ({ q, kappa }, t) => {
        const { value, slope } = huberizedRelu(q, kappa);
        const z = t * kappa,
          step = 1e-5 * kappa;
        // Central difference: error (q−1)(q−2)/6·(step/κ)² inside, and at a kink of the second derivative (q−1)/4·step/κ.
        expect(Math.abs((value(z + step) - value(z - step)) / (2 * step) - slope(z))).toBeLessThan(2e-5);
      }),
      { numRuns: 500 },
    );
  });

  it('has a slope between 0 and 1 that never falls', () => {
    fc.assert(
      fc.property(
        anyActivation,
        fc.double({ min: -20, max: 20, noNaN: true }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        ({ q, kappa }, z, more) => {
          const { slope } = huberizedRelu(q, kappa);
          expect(slope(z)).toBeGreaterThanOrEqual(0);
          expect(slope(z + more)).toBeLessThanOrEqual(1);
          expect(slope(z + more)).toBeGreaterThanOrEqual(slope(z));
        },
      ),
    );
  });
});
