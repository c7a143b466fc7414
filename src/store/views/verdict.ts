import type { Experiment } from '../../experiment/parameters';
import { leading } from '../../network/matrices';
import type { Verdict } from '../../strings/guide-facts';
import { rank } from '../../strings/numbers';
import type { DataSpectrum } from '../../training/data-spectrum';
import type { HistoryPoint } from '../../training/snapshot';
import type { RunSummary } from '../../training/summary';
import type { AppState } from '../state';
import { isRunOf, ownSpectrum } from './current';
import { memo } from './memo';
import { rankAt, rankOfValues } from './ranks';
import { hasNoise } from './theory';
import { fittedAccuracy, keptWithin, memorisedShare } from './thresholds';

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
    if (end.trainAccuracy < fittedAccuracy) return { kind: 'unfitted', trainAccuracy: end.trainAccuracy };
    if (!spectrum) return null;

    const { rank: notion } = experiment;
    const filters = rankAt(end, notion),
      noisy = rankOfValues(spectrum.data, notion),
      clean = rankOfValues(spectrum.clean, notion);
    const text = (value: number) => rank(value, notion);
    if (!hasNoise(experiment)) return { kind: 'clean', filters: text(filters), data: text(noisy) };
    const { signalShare: share } = leading(end);
    if (share !== null && share < memorisedShare) return { kind: 'memorised', testAccuracy: end.testAccuracy, share };
    if (!still || still.diverged) return { kind: 'alone', filters: text(filters), data: text(noisy) };
    const from = leading(still).ranks[notion];
    const kept = filters <= from * keptWithin && from <= filters * keptWithin;
    return {
      kind: kept ? 'flat' : 'moved',
      from: text(from),
      to: text(filters),
      dataFrom: text(clean),
      dataTo: text(noisy),
      share,
    };
  },
);
