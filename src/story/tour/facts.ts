import { lawfulNoiseOf } from '../../store/views/theory';
import { frameOf, leading } from '../../store/views/shown-frame';
import { followFacts, shownFiltersOf } from '../../store/views/shown-filters';
import { rankAt } from '../../store/views/ranks';
import { recordOf } from '../../store/views/record';
import type { AppState } from '../../store/state';
import { claimCurveOf } from '../../store/views/claim-curve';
import { lineOf, runAt } from '../../store/views/known';
import { outcomeOfRun } from '../../store/views/regime';
import { cleanShare } from '../../store/views/thresholds';
import type { TourFacts } from '../../strings/guide-facts';
import { dataFacts, runFacts, variantsFacts } from '../facts';

/** What the words of a step are made of; worked out as they ask for it, as most steps need little. */
export function tourFacts(state: AppState): TourFacts {
  const { run, experiment } = state;
  return {
    get data() {
      return dataFacts(state);
    },
    get run() {
      return runFacts(state);
    },
    ended: run.status === 'finished' && run.cursor === null,
    filters: 2 * experiment.m,
    get initial() {
      return run.initial && rankAt(run.initial, 'stable');
    },
    get least() {
      return leastOf(state);
    },
    get follow() {
      const shown = shownFiltersOf(state);
      return shown && followFacts(shown);
    },
    get trainAccuracy() {
      return frameOf(state)?.trainAccuracy ?? null;
    },
    critical: lawfulNoiseOf(experiment),
    get curve() {
      return curveFacts(state);
    },
    get causes() {
      return variantsFacts(state);
    },
  };
}

/** Only of a run that has ended: the least so far would be told of as the least of all. */
function leastOf({ run }: AppState): TourFacts['least'] {
  if (run.status !== 'finished') return null;
  const record = recordOf(run);
  const least = record.reduce<(typeof record)[number] | null>(
    (found, point) => (found === null || rankAt(point, 'stable') < rankAt(found, 'stable') ? point : found),
    null,
  );
  return least && { step: least.step, rank: rankAt(least, 'stable') };
}

/** The curve of the first figure, as far as its levels are there. */
function curveFacts(state: AppState): TourFacts['curve'] {
  const { done, total, points } = claimCurveOf(state);
  const line = lineOf(state.known, state.experiment);
  const runs = points.flatMap(({ sigma }) => runAt(line, sigma) ?? []);
  if (runs.length === 0) return null;
  const end = runs.findIndex(
    ({ experiment, summary }) =>
      outcomeOfRun(summary, experiment) !== 'learnt' || leading(summary).moved!.share < cleanShare,
  );
  const learnt = runs.slice(0, end < 0 ? undefined : end);
  const ranks = learnt.map(({ summary }) => leading(summary).ranks.stable);
  const data = runs.map(({ summary }) => summary.data.stable);
  return {
    done,
    total,
    data: { first: data[0]!, most: Math.max(...data) },
    learnt:
      learnt.length > 0
        ? { to: learnt.at(-1)!.experiment.sigma, last: end < 0, low: Math.min(...ranks), high: Math.max(...ranks) }
        : null,
  };
}
