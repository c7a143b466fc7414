import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaults, type Science } from '../../experiment/parameters';
import { randomStream } from '../../images/random';
import { settingsOf } from '../architecture';
import { logisticLoss } from '../loss';
import { randomProblem } from '../testing';
import { architectures } from './list';

fc.configureGlobal({ seed: 20250408 });

/** A small network of any kind, with weights that are not small beside its images. */
function made(patch: Partial<Science>, seed: number, n = 3) {
  const experiment = { ...defaults, side: 2, m: 2, patches: 3, init: 0.8, ...patch };
  const architecture = architectures[experiment.net];
  const given = randomProblem({ n, patches: experiment.patches, dimension: 4, width: 1 }, seed).images;
  const matrices = architecture.init(experiment, (name) => randomStream(seed, name).normal);
  return { architecture, settings: settingsOf(experiment), matrices, images: architecture.seen(given) };
}

const any = fc.record({
  net: fc.constantFrom('cnn', 'deep', 'transformer', 'dense'),
  depth: fc.integer({ min: 3, max: 5 }),
  token: fc.constantFrom('filters', 'linear'),
  patches: fc.integer({ min: 1, max: 3 }),
  q: fc.constantFrom(2, 3, 4.5),
});

describe('every network', () => {
  it('has the gradient of its loss, by differences, for any shape, depth and exponent', () => {
    fc.assert(
      fc.property(any, fc.nat(1e6), (patch, seed) => {
        const { architecture, settings, matrices, images } = made(patch as Partial<Science>, seed);
        const slopes = matrices.map(({ values }) => new Float64Array(values.length).fill(7));
        architecture.gradient(matrices, settings, images, slopes);
        const loss = () => logisticLoss(architecture.forward(matrices, settings, images).outputs, images.labels);
        for (const [k, { values }] of matrices.entries()) {
          const at = seed % values.length,
            kept = values[at]!,
            step = 1e-5;
          values[at] = kept + step;
          const above = loss();
          values[at] = kept - step;
          const below = loss();
          values[at] = kept;
          expect(Math.abs((above - below) / (2 * step) - slopes[k]![at]!)).toBeLessThan(1e-5);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the two-layer CNN where nothing is above its filters', () => {
    const cnn = made({}, 1),
      alone = cnn.architecture.forward(cnn.matrices, cnn.settings, cnn.images).outputs;
    const deep = architectures.deep.forward(cnn.matrices, cnn.settings, cnn.images).outputs;
    const { matrices } = made({ net: 'transformer' }, 1);
    const still = matrices.map((matrix) =>
      ['Wq', 'Wv', 'Wm'].includes(matrix.name) ? { ...matrix, values: matrix.values.map(() => 0) } : matrix,
    );
    const uniform = architectures.transformer.forward(still, cnn.settings, cnn.images);
    for (let i = 0; i < alone.length; i++) {
      expect(deep[i]).toBeCloseTo(alone[i]!, 12);
      expect(uniform.outputs[i]).toBeCloseTo(alone[i]!, 12);
    }
    for (const share of uniform.attention!) expect(share).toBeCloseTo(1 / 3, 12);
  });
});
