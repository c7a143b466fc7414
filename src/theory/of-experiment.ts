import type { Science } from '../experiment/parameters';
import { sourceOf } from '../images/sources/list';
import { criticalNoise } from './critical-noise';
import { predictedStableRank } from './predicted-rank';

/**
 * Critical noise σ* by the law's formula, as a scale; null where images have no K. Whether the law is for the experiment says `lawGapOf`.
 */
export function criticalNoiseOf(science: Science): number | null {
  const { n, k, side, mu, q } = science;
  return sourceOf(science).is.theory
    ? criticalNoise({ n, dimension: side * side, signalDimension: 2 * k, mu, q })
    : null;
}

/**
 * What of an experiment's images is rougher than theory has it, the first of these: signal vectors of unequal norms, or not orthogonal;
 * noise that is not white, or not Gaussian. Null where nothing is. Noise counts at σ = 0 too, as what is said of it is said along σ.
 */
export type Roughness = 'ratio' | 'partner' | 'colour' | 'tail';

export function roughnessOf({ k, ratio, partner, colour, tail }: Science): Roughness | null {
  if (ratio < 1 && k > 1) return 'ratio';
  if (partner > 0) return 'partner';
  if (colour > 0) return 'colour';
  return tail === 'gauss' ? null : 'tail';
}

/** Why the law of σ* is not for an experiment: its images, or the first thing about its network and training. */
export type LawGap = 'images' | 'dense' | 'linear' | 'adam' | 'flip' | Roughness | 'power';

/** Null where it is: filters that all patches share, on a power above 2, by their gradient from right labels, on images as theory has them. */
export function lawGapOf(science: Science): LawGap | null {
  const { net, token, opt, flip, q } = science;
  if (!sourceOf(science).is.theory) return 'images';
  if (net === 'dense') return net;
  if (net === 'transformer' && token === 'linear') return token;
  if (opt === 'adam') return opt;
  if (flip > 0) return 'flip';
  return roughnessOf(science) ?? (q > 2 ? null : 'power');
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
  return sourceOf(science).is.theory && noise === 'background' && project && roughnessOf(science) === null
    ? predictedStableRank({ n, patches, dimension: side * side, signalDimension: 2 * k, mu, sigma })
    : null;
}
