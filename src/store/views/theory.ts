import type { Science } from '../../experiment/parameters';
import { sourceOf } from '../../images/sources/list';
import type { NoPrediction } from '../../strings/panel-facts';
import { criticalNoiseOf, predictedRankOf } from '../../theory/of-experiment';

export { criticalNoiseOf, predictedRankOf };

/** Which of signal and noise escapes the polynomial part of the activation first, by the n·SNRᵠ ≍ 2K law. */
export interface Race {
  /** μ/(σ√d); infinite without noise. */
  readonly snr: number;
  /** n·SNRᵠ. */
  readonly pull: number;
  /** 2K, which it is to be held against. */
  readonly signalDimension: number;
  readonly critical: number;
  /** σ/σ*; below 1 the signal escapes first. */
  readonly ratio: number;
  readonly winner: 'signal' | 'noise' | 'no noise';
}

/** The race of an experiment; null where the theory has no numbers for these images. */
export function raceOf(experiment: Science): Race | null {
  const critical = criticalNoiseOf(experiment);
  if (critical === null) return null;
  const { n, k, side, mu, sigma, q } = experiment;
  const snr = sigma === 0 ? Infinity : mu / (sigma * side);
  const ratio = sigma / critical;
  return {
    snr,
    pull: n * snr ** q,
    signalDimension: 2 * k,
    critical,
    ratio,
    winner: hasNoise(experiment) ? (ratio < 1 ? 'signal' : 'noise') : 'no noise',
  };
}

/** Whether noise reaches these images at all. */
export function hasNoise(science: Science): boolean {
  return science.sigma > 0 && sourceOf(science).hasRoomForNoise(science);
}

/** The predicted stable rank of the noisy patch matrix, or why there is none. */
export type Prediction =
  { readonly value: number; readonly why?: undefined } | { readonly value: null; readonly why: NoPrediction };

export function predictionOf(experiment: Science): Prediction {
  const value = predictedRankOf(experiment);
  if (value !== null) return { value };
  if (!sourceOf(experiment).is.theory) return { value: null, why: 'untold' };
  return { value: null, why: experiment.noise === 'everywhere' ? 'noise everywhere' : 'noise in the span' };
}

/** How far a measured number is from a predicted one, in percent of the prediction. */
export function percentOff(measured: number, predicted: number): number {
  return 100 * (measured / predicted - 1);
}
