import type { Experiment } from '../experiment/parameters';
import { criticalNoise } from './critical-noise';
import { predictedStableRank } from './predicted-rank';

/** Critical noise σ* of an experiment; null for real images, which have no K. */
export function criticalNoiseOf({ data, n, k, side, mu, q }: Experiment): number | null {
  return data === 'synthetic' ? criticalNoise({ n, dimension: side * side, signalDimension: 2 * k, mu, q }) : null;
}

/** Predicted stable rank of an experiment's noisy patch matrix; null where its images are not those that the prediction is for. */
export function predictedRankOf({ data, noise, project, n, k, side, patches, mu, sigma }: Experiment): number | null {
  const predictable = data === 'synthetic' && noise === 'background' && project;
  return predictable
    ? predictedStableRank({ n, patches, dimension: side * side, signalDimension: 2 * k, mu, sigma })
    : null;
}
