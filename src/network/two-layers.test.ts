import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradient } from './two-layers-gradient';
import { logisticLoss } from './loss';
import { outputs, type Network } from './two-layers';
import { doubled, randomProblem } from './testing';

fc.configureGlobal({ seed: 20250408 });

const anyProblem = fc
  .record({
    n: fc.integer({ min: 1, max: 7 }),
    patches: fc.integer({ min: 1, max: 4 }),
    dimension: fc.integer({ min: 1, max: 9 }),
    width: fc.integer({ min: 1, max: 4 }),
    q: fc.constantFrom(2, 2.5, 3, 4, 6),
    kappa: fc.constantFrom(0.05, 0.5, 1, 5),
    scale: fc.constantFrom(0.1, 0.5, 1),
    seed: fc.integer({ min: 0, max: 1e9 }),
  })
  .map(({ q, kappa, scale, seed, ...shape }) => {
    const { images, filters } = randomProblem(shape, seed, scale);
    return { images, network: { filters, width: shape.width, q, kappa } satisfies Network };
  });

describe('the gradient', () => {
  it('agrees with central finite differences of the loss', () => {
    fc.assert(
      fc.property(anyProblem, ({ images, network }) => {
        const analytic = new Float64Array(network.filters.length);
        gradient(network, images, analytic);
        const lossAt = (i: number, step: number) => {
          const filters = Float64Array.from(network.filters);
          filters[i]! += step;
          return logisticLoss(outputs({ ...network, filters }, images), images.labels);
        };
        const step = 1e-6;
        const scale = Math.max(...analytic.map(Math.abs), 1e-3);
        for (let i = 0; i < analytic.length; i++) {
          const numeric = (lossAt(i, step) - lossAt(i, -step)) / (2 * step);
          // Truncation is of order step² but for a kink of φ' within one step (κ ≥ 0.05: order step/κ = 2e-5); cancellation 1e-16/step = 1e-10.
          expect(Math.abs(numeric - analytic[i]!)).toBeLessThan(1e-4 * scale);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('returns the outputs of the network that it was taken at', () => {
    fc.assert(
      fc.property(anyProblem, ({ images, network }) => {
        const f = gradient(network, images, new Float64Array(network.filters.length)),
          g = outputs(network, images);
        for (let i = 0; i < f.length; i++)
          expect(Math.abs(f[i]! - g[i]!)).toBeLessThan(1e-12 * Math.max(1, Math.abs(g[i]!)));
      }),
    );
  });

  it('overwrites what was in its place, and tells of every image', () => {
    const { images, filters } = randomProblem({ n: 5, patches: 2, dimension: 4, width: 3 }, 1);
    const network = { filters, width: 3, q: 3, kappa: 1 };
    const clean = new Float64Array(filters.length),
      dirty = new Float64Array(filters.length).fill(7);
    const told: number[] = [];
    gradient(network, images, clean);
    gradient(network, images, dirty, (done) => told.push(done));
    expect(dirty).toEqual(clean);
    expect(clean.some((v) => v !== 0)).toBe(true);
    expect(told).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('the output', () => {
  it('does not change when every filter is there twice', () => {
    fc.assert(
      fc.property(anyProblem, ({ images, network }) => {
        const f = outputs(network, images),
          twice = outputs(doubled(network), images);
        for (let i = 0; i < f.length; i++)
          expect(Math.abs(f[i]! - twice[i]!)).toBeLessThan(1e-12 * Math.max(1, Math.abs(f[i]!)));
      }),
    );
  });

  it('changes its sign when the classes change places', () => {
    fc.assert(
      fc.property(anyProblem, ({ images, network }) => {
        const half = network.filters.length / 2;
        const swapped = {
          ...network,
          filters: Float64Array.from([...network.filters.subarray(half), ...network.filters.subarray(0, half)]),
        };
        const f = outputs(network, images),
          g = outputs(swapped, images);
        for (let i = 0; i < f.length; i++)
          expect(Math.abs(f[i]! + g[i]!)).toBeLessThan(1e-12 * Math.max(1, Math.abs(f[i]!)));
      }),
    );
  });

  it('is the sum over patches: their order does not matter', () => {
    const { images, filters } = randomProblem({ n: 4, patches: 3, dimension: 5, width: 2 }, 2);
    const network = { filters, width: 2, q: 2.5, kappa: 0.5 };
    const turned = images.values.map((_, at) => {
      const i = Math.floor(at / 15),
        p = Math.floor((at % 15) / 5);
      return images.values[i * 15 + ((p + 1) % 3) * 5 + (at % 5)]!;
    });
    const f = outputs(network, images),
      g = outputs(network, { ...images, values: turned });
    for (let i = 0; i < 4; i++) expect(g[i]).toBeCloseTo(f[i]!, 12);
  });
});
