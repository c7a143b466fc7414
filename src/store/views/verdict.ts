import type { Experiment } from '../../experiment/parameters';
import { sourceOf } from '../../images/sources/list';
import { leading } from '../../network/matrices';
import type { Turn, Verdict, VerdictOutcome } from '../../strings/guide-facts';
import { againstClean } from '../../strings/judged';
import { rank } from '../../strings/numbers';
import type { DataSpectrum } from '../../training/data-spectrum';
import type { HistoryPoint } from '../../training/snapshot';
import type { RunSummary } from '../../training/summary';
import type { AppState } from '../state';
import { isRunOf, ownSpectrum } from './current';
import { memo } from './memo';
import { isKept, rankAt, rankOfValues } from './ranks';
import { outcomeOf, standardError } from './regime';
import { hasNoise, seenPredictionOf } from './theory';
import { halfShare } from './thresholds';

/**
 * What became of the current run; null until it has ended and its data are known. The same object while nothing changes.
 * @param still the end of the same run at σ = 0; null where it is not known.
 */
export function verdictOf({ experiment, run, data }: AppState, still: RunSummary | null): Verdict | null {
  const end = run.history.at(-1);
  if (!end || !isRunOf(run, experiment)) return null;
  if (run.status === 'diverged') return diverged(end);
  return run.status === 'finished' ? verdict(end, experiment, ownSpectrum(data, experiment), still) : null;
}

const diverged = memo(({ step }: HistoryPoint): Verdict => ({ kind: 'diverged', step }));

const verdict = memo(
  (
    end: HistoryPoint,
    experiment: Experiment,
    spectrum: DataSpectrum | null,
    still: RunSummary | null,
  ): Verdict | null => {
    const outcome = verdictOutcome(end, experiment);
    if (!outcome) return { kind: 'unfitted', loss: end.loss, wrong: experiment.flip, right: end.trainAccuracy };
    if (!spectrum) return null;

    const { rank: notion } = experiment;
    const filters = rankAt(end, notion),
      noisy = rankOfValues(spectrum.data, notion),
      clean = rankOfValues(spectrum.clean, notion);
    const text = (value: number) => rank(value, notion);
    const both = { filters: text(filters), data: text(noisy), outcome };
    if (!hasNoise(experiment)) return { kind: 'clean', reached: experiment.sigma === 0, ...both };
    const turn = turnOf(experiment, noisy, clean);
    if (!still || still.diverged) return { kind: 'alone', turn, ...both };
    const from = leading(still).ranks[notion];
    return {
      kind: 'compared',
      flat: isKept(from, filters),
      from: text(from),
      to: text(filters),
      dataFrom: text(clean),
      dataTo: text(noisy),
      turn,
      outcome,
    };
  },
);

/** What a run has learnt, with what that is judged by; null where it does not fit its images. */
function verdictOutcome(end: HistoryPoint, experiment: Experiment): VerdictOutcome | null {
  const kind = outcomeOf(end, experiment);
  if (kind === 'unfitted') return null;
  const { testAccuracy } = end,
    { moved } = leading(end);
  const error = testAccuracy === null ? null : standardError(testAccuracy, experiment);
  if (kind === 'fitted' || !moved) return { kind: 'fitted', testAccuracy, error };
  const judged = { share: moved.share, testAccuracy: testAccuracy!, error: error! };
  if (kind !== 'partly') return { kind, ...judged };
  const { is, signalDimension } = sourceOf(experiment);
  const of = is.signal === 'exact' ? signalDimension(experiment) : null;
  const missed = of === null || moved.followed >= of ? null : { followed: moved.followed, of };
  return { kind, ...judged, more: moved.share < halfShare ? 'noise' : 'signal', missed };
}

/** A little more noise, by which the prediction is asked whether it rises or falls. */
const onward = 1.01;

function turnOf(experiment: Experiment, noisy: number, clean: number): Turn {
  if (againstClean(noisy, clean) === 'lower') return 'lowered';
  const here = seenPredictionOf(experiment),
    next = seenPredictionOf({ ...experiment, sigma: experiment.sigma * onward });
  return here !== null && next !== null && next < here ? 'falls' : null;
}
