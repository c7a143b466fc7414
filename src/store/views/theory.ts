import type { Experiment, Science } from '../../experiment/parameters';
import { sourceOf } from '../../images/sources/list';
import type { RaceFacts } from '../../strings/facts';
import type { NoPrediction } from '../../strings/panel-facts';
import {
  criticalNoiseOf,
  lawfulNoiseOf,
  lawGapOf,
  noiseNormOf,
  predictedRankOf,
  roughnessOf,
} from '../../theory/of-experiment';
import { openFrom, openTo } from './thresholds';

export { criticalNoiseOf, lawfulNoiseOf, lawGapOf, roughnessOf };

/** Which of signal and noise escapes the polynomial part of the activation first, by the page's n·SNRᵠ ≍ 2K rule. */
export interface Race {
  /** The signal vectors' norm over that of a patch of noise; infinite without noise. */
  readonly snr: number;
  /** n·SNRᵠ. */
  readonly pull: number;
  /** 2K, which it is to be held against. */
  readonly signalDimension: number;
  readonly critical: number;
  /** σ/σ*. */
  readonly ratio: number;
  readonly winner: RaceFacts['winner'];
}

/** The race of an experiment; null where the theory has no numbers for these images. */
export function raceOf(experiment: Science): Race | null {
  const critical = criticalNoiseOf(experiment);
  if (critical === null) return null;
  const { n, k, mu, sigma, q } = experiment;
  const noise = noiseNormOf(experiment);
  const snr = noise === 0 ? Infinity : mu / noise;
  const ratio = sigma / critical;
  const pull = n * snr ** q;
  return {
    snr,
    pull,
    signalDimension: 2 * k,
    critical,
    ratio,
    winner: hasNoise(experiment) ? winnerOf(experiment, ratio, (2 * k) / pull, noise) : 'no noise',
  };
}

/**
 * Who is ahead: clearly so by σ/σ*, where d stands for the noise's d − 2K dimensions, and by the race itself, or the rule
 * leaves it open. Where first responses are beyond κ already, on φ's straight line, there is no race.
 */
function winnerOf({ q, init, kappa, mu }: Science, ratio: number, against: number, noise: number): Race['winner'] {
  if (init * Math.max(mu, noise) >= kappa) return 'beyond';
  const own = against ** (1 / q);
  if (Math.max(ratio, own) < openFrom) return 'signal';
  return Math.min(ratio, own) > openTo ? 'noise' : 'open';
}

/** Whether noise reaches these images at all. */
export function hasNoise(science: Science): boolean {
  return science.sigma > 0 && sourceOf(science).hasRoomForNoise(science);
}

/** The predicted rank of the data as they are looked at: there is one of the stable rank of the patch matrix alone. */
export function seenPredictionOf(experiment: Experiment): number | null {
  return experiment.rank === 'stable' && experiment.matrix === 'patch' ? predictedRankOf(experiment) : null;
}

/** The predicted stable rank of the noisy patch matrix, or why there is none. */
export type Prediction =
  { readonly value: number; readonly why?: undefined } | { readonly value: null; readonly why: NoPrediction };

export function predictionOf(experiment: Science): Prediction {
  const value = predictedRankOf(experiment);
  if (value !== null) return { value };
  if (!sourceOf(experiment).is.theory) return { value: null, why: 'untold' };
  const why = experiment.noise === 'everywhere' ? 'noise everywhere' : roughnessOf(experiment);
  return { value: null, why: why ?? 'noise in the span' };
}

/** How far a measured number is from a predicted one, in percent of the prediction. */
export function percentOff(measured: number, predicted: number): number {
  return 100 * (measured / predicted - 1);
}
