import { encodeLink } from '../src/experiment/link';
import type { Experiment } from '../src/experiment/parameters';
import type { SweepAxis, SweepKey } from '../src/experiment/sweep';
import { criticalNoise } from '../src/theory/critical-noise';
import { predictedStableRank } from '../src/theory/predicted-rank';
import type { RankNotion } from '../src/spectrum/ranks';
import { isFinitePoint } from '../src/training/divergence';
import type { CompleteRun } from '../src/training/protocol';
import type { RunSummary } from '../src/training/summary';

/** One run of a sweep, as it is printed. */
export interface SweepPoint extends Omit<RunSummary, 'filters'> {
  /** What the sweep varies, and the seed. */
  readonly parameters: Partial<Record<SweepKey, number>>;
  /** Opens this run in the page. */
  readonly link: string;
  readonly predicted: { readonly dataStableRank: number | null; readonly criticalNoise: number | null };
  /** Null where the filters are not finite. */
  readonly filters: Readonly<Record<RankNotion, number | null>>;
}

export function sweepPoint(experiment: Experiment, axes: readonly SweepAxis[], { history, summary }: CompleteRun): SweepPoint {
  const { step, loss, trainAccuracy, testAccuracy, signalShare, diverged, filters, data, signalDimension } = summary;
  const lost = !isFinitePoint(history.at(-1)!);
  return {
    parameters: Object.fromEntries([...axes.map(({ key }) => key), 'seed' as const].map((key) => [key, experiment[key]])),
    link: `#${encodeLink(experiment)}`,
    predicted: predictions(experiment),
    step, loss, trainAccuracy, testAccuracy, signalShare, diverged,
    // Those of an empty spectrum would read as those of the zero matrix.
    filters: lost ? { stable: null, effective: null, numerical: null, energy: null } : filters,
    data, signalDimension,
  };
}

/** What theory says of an experiment; null where it says nothing. */
export function predictions(experiment: Experiment): SweepPoint['predicted'] {
  const { data, k, side, n, patches, mu, sigma, q, matrix, noise, project } = experiment;
  if (data !== 'synthetic') return { dataStableRank: null, criticalNoise: null };
  const common = { n, dimension: side ** 2, signalDimension: 2 * k, mu };
  const predictable = matrix === 'patch' && noise === 'background' && project;
  return { dataStableRank: predictable ? predictedStableRank({ ...common, patches, sigma }) : null, criticalNoise: criticalNoise({ ...common, q }) };
}
