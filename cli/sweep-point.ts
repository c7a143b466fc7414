import { encodeLink } from '../src/experiment/link';
import type { Measured } from '../src/experiment/parameters';
import type { SweepAxis, SweepKey } from '../src/experiment/sweep';
import { leading } from '../src/network/matrices';
import type { RankNotion } from '../src/spectrum/ranks';
import { lawfulNoiseOf, predictedRankOf } from '../src/theory/of-experiment';
import { isFinitePoint } from '../src/training/divergence';
import type { CompleteRun } from '../src/training/protocol';
import type { RunSummary } from '../src/training/summary';

/** One run of a sweep, as it is printed. */
export interface SweepPoint extends Omit<RunSummary, 'matrices'> {
  /** What the sweep varies, and the seed. */
  readonly parameters: Partial<Record<SweepKey, number>>;
  /** The hash that opens this run in the page. */
  readonly link: string;
  /** Null where theory says nothing. */
  readonly predicted: { readonly dataStableRank: number | null; readonly criticalNoise: number | null };
  /** Share of the filters' energy in the signal span. */
  readonly signalShare: number | null;
  /** Null where the filters are not finite. */
  readonly filters: Readonly<Record<RankNotion, number | null>>;
}

export function sweepPoint(
  experiment: Measured,
  axes: readonly SweepAxis[],
  { history, summary }: CompleteRun,
): SweepPoint {
  const {
    step,
    loss,
    trainAccuracy,
    testAccuracy,
    testLoss = null,
    byLabel,
    diverged,
    data,
    signalDimension,
  } = summary;
  const { ranks, signalShare } = leading(summary);
  const lost = !isFinitePoint(history.at(-1)!);
  return {
    parameters: Object.fromEntries(
      [...axes.map(({ key }) => key), 'seed' as const].map((key) => [key, experiment[key]]),
    ),
    link: `#${encodeLink(experiment)}`,
    // The prediction is for the patch matrix.
    predicted: {
      dataStableRank: experiment.matrix === 'patch' ? predictedRankOf(experiment) : null,
      criticalNoise: lawfulNoiseOf(experiment),
    },
    step,
    loss,
    trainAccuracy,
    testAccuracy,
    testLoss,
    ...(byLabel && { byLabel }),
    signalShare,
    diverged,
    // Those of an empty spectrum would read as those of the zero matrix.
    filters: lost ? { stable: null, effective: null, numerical: null, energy: null } : ranks,
    data,
    signalDimension,
  };
}
