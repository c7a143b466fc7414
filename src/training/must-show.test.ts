import { describe, expect, it } from 'vitest';
import { fileAssets } from '../../cli/assets';
import { decodeLink } from '../experiment/link';
import { leading } from '../network/matrices';
import { effectiveRank, numericalRank, stableRank } from '../spectrum/ranks';
import { createEngine } from './engine';

/** What the page claims, computed as the page computes it. */
async function result(link: string) {
  const { experiment, notices } = decodeLink(link);
  expect(notices).toEqual([]);
  const engine = createEngine(fileAssets);
  const { data, clean } = await engine.spectrum({ experiment });
  await engine.start({ experiment, backend: 'wasm' });
  const snapshot = (await engine.advance({ steps: experiment.steps, budget: null, record: 'end' })).trail[0]!;
  const { singularValues: s, signalShare } = leading(snapshot);
  return {
    ...snapshot,
    signalShare,
    data: stableRank(data),
    clean: stableRank(clean),
    filters: stableRank(s),
    effective: effectiveRank(s),
    numerical: numericalRank(s),
    gap: s[5]! / s[6]!,
  };
}

describe('the default experiment', () => {
  it.each([1, 2, 3])(
    'with seed %d: noise multiplies the rank of the data and leaves that of the filters',
    async (seed) => {
      const noisy = await result(`#seed=${seed}`),
        still = await result(`#seed=${seed}&sigma=0`);
      expect(noisy.clean).toBeCloseTo(6, 1);
      expect(noisy.data).toBeGreaterThan(38);
      expect(noisy.data).toBeLessThan(44);
      expect(noisy.filters).toBeGreaterThan(3.5);
      expect(noisy.filters).toBeLessThan(6);
      expect(noisy.signalShare).toBeGreaterThan(0.99);
      expect(noisy).toMatchObject({ step: 300, trainAccuracy: 1, testAccuracy: 1, numerical: 6 });
      expect(noisy.gap).toBeGreaterThan(50); // sixth over seventh singular value
      expect(still.data).toBeCloseTo(6, 1);
      expect(Math.abs(noisy.filters / still.filters - 1)).toBeLessThan(0.1);
    },
  );

  it.each([1, 2, 3])('with seed %d and σ = 0.4: the network memorises noise', async (seed) => {
    const memorised = await result(`#sigma=0.4&seed=${seed}`);
    expect(memorised.trainAccuracy).toBe(1);
    expect(memorised.testAccuracy).toBeLessThan(0.65);
    expect(memorised.signalShare).toBeLessThan(0.2);
  });

  it('with m = 400: eight hundred filters have a stable rank of about five', async () => {
    const wide = await result('#m=400');
    expect(wide.filters).toBeGreaterThan(4);
    expect(wide.filters).toBeLessThan(6);
  });
});

describe('beyond two layers', () => {
  // Measured with seeds 1 to 3 each: by at most 3.4% in the transformer, by 0.1% in deep networks.
  it.each(['net=deep&depth=3&seed=1', 'net=deep&depth=4&seed=2', 'net=deep&depth=5&seed=3', 'net=transformer&seed=1'])(
    '%s: noise does not move the rank of the first layer',
    async (link) => {
      const noisy = await result(`#m=32&${link}`),
        still = await result(`#m=32&${link}&sigma=0`);
      expect(noisy.data / still.data).toBeGreaterThan(6);
      expect(Math.abs(noisy.filters / still.filters - 1)).toBeLessThan(0.05);
      expect(noisy.signalShare).toBeGreaterThan(0.99);
      expect(noisy).toMatchObject({ trainAccuracy: 1, testAccuracy: 1 });
    },
  );

  it('without weight sharing noise takes the filters', async () => {
    expect((await result('#net=dense&m=32')).signalShare).toBeLessThan(0.7);
  });
});

describe('other rules than full-batch gradient descent', () => {
  let descent: ReturnType<typeof result> | undefined;
  const byDescent = () => (descent ??= result('#m=32'));

  it.each(['opt=momentum', 'batch=16', 'decay=0.001'])('%s: filters as by gradient descent', async (rule) => {
    const plain = await byDescent(),
      other = await result(`#m=32&${rule}`);
    expect(Math.abs(other.filters / plain.filters - 1)).toBeLessThan(0.1);
    expect(Math.abs(other.effective / plain.effective - 1)).toBeLessThan(0.1);
  });

  it('Adam follows noise in many small directions', async () => {
    const plain = await byDescent(),
      adam = await result('#m=32&opt=adam&lr=0.01');
    expect(adam.effective).toBeGreaterThan(3 * plain.effective);
    expect(adam.filters).toBeLessThan(6);
  });
});

describe('MNIST 0 against 1 in a grid', () => {
  it('multiplies the rank of the data with noise and leaves that of the filters', async () => {
    const noisy = await result('#data=mnist&sigma=0.6&n=400&m=20&lr=0.25&steps=200');
    const still = await result('#data=mnist&sigma=0&n=400&m=20&lr=0.25&steps=200');
    expect(noisy.clean).toBeLessThan(2.5);
    expect(noisy.data).toBeGreaterThan(15);
    expect(noisy.filters).toBeLessThan(2.5);
    expect(noisy.testAccuracy).toBeGreaterThan(0.95);
    expect(still.filters).toBeLessThan(2.5);
    expect(still.testAccuracy).toBeGreaterThan(0.98);
  });
});
