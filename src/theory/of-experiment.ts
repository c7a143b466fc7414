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

/** Why the law of σ* is not for an experiment: its images, or the first thing about its network and training. */
export type LawGap = 'images' | 'dense' | 'linear' | 'adam' | 'flip' | 'power';

/** Null where it is: filters that all patches share, on a power above 2, by their gradient from right labels. */
export function lawGapOf(science: Science): LawGap | null {
  const { net, token, opt, flip, q } = science;
  if (!sourceOf(science).is.theory) return 'images';
  if (net === 'dense') return net;
  if (net === 'transformer' && token === 'linear') return token;
  if (opt === 'adam') return opt;
  if (flip > 0) return 'flip';
  return q > 2 ? null : 'power';
}

/** Critical noise where the law is for the experiment, as it may be shown; null elsewhere. */
export const lawfulNoiseOf = (science: Science): number | null =>
  lawGapOf(science) === null ? criticalNoiseOf(science) : null;

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
