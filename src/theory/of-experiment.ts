import type { Science } from '../experiment/parameters';
import { sourceOf } from '../images/sources/list';
import { criticalNoise } from './critical-noise';
import { predictedStableRank } from './predicted-rank';

/** Critical noise σ* of an experiment; null where its images are not those of the theory, and have no K. */
export function criticalNoiseOf(science: Science): number | null {
  const { n, k, side, mu, q } = science;
  return sourceOf(science).is.theory
    ? criticalNoise({ n, dimension: side * side, signalDimension: 2 * k, mu, q })
    : null;
}

/** Norm that a patch of noise has about, σ√d, or σ√(d − 2K) where nothing of it lies along the signal. */
export function noiseNormOf({ sigma, side, k, project }: Science): number {
  return sigma * Math.sqrt(Math.max(0, side * side - (project ? 2 * k : 0)));
}

/** Predicted stable rank of an experiment's noisy patch matrix; null where its images are not those that the prediction is for. */
export function predictedRankOf(science: Science): number | null {
  const { noise, project, n, k, side, patches, mu, sigma } = science;
  return sourceOf(science).is.theory && noise === 'background' && project
    ? predictedStableRank({ n, patches, dimension: side * side, signalDimension: 2 * k, mu, sigma })
    : null;
}
