import { lawfulNoiseOf } from '../store/views/theory';
import { frameOf, leading } from '../store/views/shown-frame';
import { followFacts, shownFiltersOf } from '../store/views/shown-filters';
import { rankAt } from '../store/views/ranks';
import { recordOf } from '../store/views/record';
import type { AppState } from '../store/state';
import { sweptLevels } from '../store/views/swept';
import { outcomeOfRun } from '../store/views/regime';
import { cleanShare } from '../store/views/thresholds';
import type { SweepFacts, TourFacts } from '../strings/guide-facts';
import { dataFacts, runFacts } from './facts';

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
    get sweep() {
      return sweepFacts(state);
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

function sweepFacts({ sweep }: AppState): SweepFacts | null {
  if (!sweep.plan) return null;
  const levels = sweptLevels(sweep, 'stable').filter(({ runs }) => runs.length > 0);
  const end = levels.findIndex(({ runs }) =>
    runs.some(
      ({ experiment, summary }) =>
        outcomeOfRun(summary, experiment) !== 'learnt' || leading(summary).moved!.share < cleanShare,
    ),
  );
  const learnt = levels
    .slice(0, end < 0 ? undefined : end)
    .flatMap(({ experiment, filters }) => (filters ? [{ sigma: experiment.sigma, ...filters }] : []));
  const data = levels.flatMap(({ data: spread }) => (spread ? [spread.mean] : []));
  return {
    done: sweep.results.filter((result) => result !== null).length,
    total: sweep.results.length,
    data: data.length > 0 ? { first: data[0]!, most: Math.max(...data) } : null,
    learnt:
      learnt.length > 0
        ? {
            to: learnt.at(-1)!.sigma,
            last: end < 0,
            low: Math.min(...learnt.map(({ low }) => low)),
            high: Math.max(...learnt.map(({ high }) => high)),
          }
        : null,
  };
}
