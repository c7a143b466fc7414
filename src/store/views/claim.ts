import { leading } from '../../network/matrices';
import type { ClaimKind, Regime } from '../../strings/facts';
import { againstClean } from '../../strings/judged';
import type { MatrixSummary } from '../../training/summary';
import type { AppState, KnownRun } from '../state';
import { claimCurveOf } from './claim-curve';
import { isRunCurrent, ownSpectrum } from './current';
import { lineOf, runAt } from './known';
import { isKept, rankAt, rankOfValues } from './ranks';
import { outcomeOfRun, regimeOf } from './regime';
import { hasNoise, seenPredictionOf } from './theory';
import { halfShare } from './thresholds';
import { unstableOf } from './unstable';

/** What the heading may say of what is shown: of the data, and then of the network. */
export function claimOf(state: AppState): ClaimKind {
  const { experiment } = state;
  const { regime, noisy, rank } = shownRegime(state);
  if (regime === 'diverged') return 'diverged';
  if (unstableOf(state) !== null && isRunCurrent(state)) return 'unstable';
  if (experiment.sigma === 0) return 'still';
  if (!hasNoise(experiment)) return 'unreached';
  const data = shownData(state);
  if (data === null) return 'unknown';
  if (data === 'lower') return turnsOver(state) ? 'turned' : 'lowered';
  if (data === 'as high') return 'faint';
  if (regime === 'training' || regime === 'paused' || regime === 'failed') return 'open';
  if (regime === 'memorised' || (regime === 'partly' && noisy))
    return experiment.flip > 0 ? 'mislabelled' : 'memorised';
  if (regime === 'partly') return regime;
  const still = runAt(lineOf(state.known, experiment), 0)?.summary;
  const kept = !still || still.diverged || isKept(leading(still).ranks[experiment.rank], rank);
  return regime === 'learnt' && !kept ? 'partly' : regime;
}

/** What became of a run, whether more noise than signal is in what training moved, and the rank of its filters. */
interface Judged {
  readonly regime: Regime;
  readonly noisy: boolean;
  readonly rank: number;
}

const judge = (
  regime: Regime,
  end: { readonly matrices: readonly Pick<MatrixSummary, 'moved'>[] },
  rank: number,
): Judged => ({ regime, noisy: (leading(end).moved?.share ?? 1) < halfShare, rank });

/**
 * What is known to become of the current experiment: of its run, made by the page or for the curve; under a moving slider
 * of the levels on both sides, where they agree; else of the run that is shown.
 */
function shownRegime(state: AppState): Judged {
  const { experiment, known, run } = state;
  const line = lineOf(known, experiment);
  const judged = (there: KnownRun | null) =>
    there &&
    judge(outcomeOfRun(there.summary, there.experiment), there.summary, leading(there.summary).ranks[experiment.rank]);
  const here = judged(runAt(line, experiment.sigma));
  if (here) return here;
  if (!isRunCurrent(state)) {
    const levels = line.map((one) => one.experiment.sigma);
    const below = judged(runAt(line, Math.max(...levels.filter((sigma) => sigma < experiment.sigma)))),
      above = judged(runAt(line, Math.min(...levels.filter((sigma) => sigma > experiment.sigma))));
    if (below && above && below.regime === above.regime && below.noisy === above.noisy) return below;
  }
  const regime = regimeOf(state);
  return run.latest
    ? judge(regime, run.latest, rankAt(run.latest, experiment.rank))
    : { regime, noisy: false, rank: 0 };
}

/** Whether the data's stable rank falls where their effective rank is far higher: noise with directions of its own. */
function turnsOver({ experiment, data }: AppState): boolean {
  const spectrum = experiment.rank === 'stable' ? ownSpectrum(data, experiment) : null;
  if (!spectrum) return false;
  const effective = (values: Float64Array) => rankOfValues(values, 'effective');
  return againstClean(effective(spectrum.data), effective(spectrum.clean)) === 'far higher';
}

/** How the data's rank stands to that without noise: measured, or as predicted until it is; null where neither is there. */
function shownData(state: AppState): ReturnType<typeof againstClean> | null {
  const { experiment } = state;
  const { rank: notion } = experiment;
  const spectrum = ownSpectrum(state.data, experiment);
  if (spectrum) return againstClean(rankOfValues(spectrum.data, notion), rankOfValues(spectrum.clean, notion));
  const { current, between, clean } = claimCurveOf(state);
  const measured = current ?? between;
  if (measured && clean !== null) return againstClean(measured.data, clean);
  const noisy = seenPredictionOf(experiment),
    without = seenPredictionOf({ ...experiment, sigma: 0 });
  return noisy === null || without === null ? null : againstClean(noisy, without);
}
