import { describe, expect, it } from 'vitest';
import { defaults, type Experiment } from '../experiment/parameters';
import { syntheticImages } from '../images/sources/synthetic/draw';
import { stableRank } from '../spectrum/ranks';
import { singularValues } from '../spectrum/singular-values';
import { predictedStableRank } from '../theory/predicted-rank';

function measured(patch: Partial<Experiment>): number {
  const { train } = syntheticImages({ ...defaults, ...patch });
  return stableRank(
    singularValues({ rows: train.count * train.patches, columns: train.dimension, values: train.values }),
  );
}

function predicted(patch: Partial<Experiment>): number {
  const { n, patches, side, k, mu, sigma } = { ...defaults, ...patch };
  return predictedStableRank({ n, patches, dimension: side * side, signalDimension: 2 * k, mu, sigma });
}

const settings: Partial<Experiment>[] = [
  {},
  { k: 1, n: 200 },
  { k: 8, side: 10, n: 320 },
  { patches: 1, k: 8 }, // no background
  { patches: 2, n: 400 },
  { patches: 9, side: 6, n: 180, mu: 2 },
  { side: 4, k: 8, basis: 'random' }, // the signal fills the space: projected noise is zero
  { side: 14, n: 120, basis: 'random', seed: 5 },
];
const levels = [0, 0.05, 0.1, 0.2, 0.4, 2];

describe('the predicted stable rank', () => {
  it.each([
    { n: 8, k: 3 },
    { n: 2, k: 16 },
    { n: 100, k: 7 },
    { n: 5, k: 1, patches: 1 },
  ])('%o is the measured one without noise, whether or not n is a multiple of 2K', (setting) => {
    const experiment = { ...setting, sigma: 0 };
    expect(predicted(experiment)).toBeCloseTo(measured(experiment), 9);
  });

  it.each(settings.flatMap((setting) => levels.map((sigma) => [setting, sigma] as const)))(
    '%o at σ = %d is within 5% of the measured one',
    (setting, sigma) => {
      const experiment = { ...setting, sigma };
      expect(Math.abs(predicted(experiment) / measured(experiment) - 1)).toBeLessThan(0.05);
    },
  );
});
