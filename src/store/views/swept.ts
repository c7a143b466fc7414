import type { Measured } from '../../experiment/parameters';
import { sweepExperiments } from '../../experiment/sweep';
import { leading } from '../../network/matrices';
import type { RankNotion } from '../../spectrum/ranks';
import type { RunSummary } from '../../training/summary';
import type { SweepState } from '../state';
import { memo } from './memo';

/** One run of a sweep that is there. */
export interface SweptRun {
  readonly experiment: Measured;
  readonly summary: RunSummary;
}

/** Mean over the seeds of one level, and how far they lie apart. */
export interface Spread {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** What a sweep measured at one level: nothing yet where `runs` is empty. */
export interface SweptLevel {
  readonly experiment: Measured;
  readonly runs: readonly SweptRun[];
  readonly data: Spread | null;
  readonly filters: Spread | null;
}

/** The levels of a sweep, in the order of its plan: seeds together, runs that diverged counted as having no filters' rank. */
export const sweptLevels = memo(({ plan, results }: SweepState, notion: RankNotion): readonly SweptLevel[] => {
  if (!plan) return [];
  const { experiments } = sweepExperiments(plan);
  return Array.from({ length: experiments.length / plan.seeds }, (_, level) => {
    const at = level * plan.seeds;
    const runs = experiments.slice(at, at + plan.seeds).flatMap((experiment, i) => {
      const summary = results[at + i];
      return summary ? [{ experiment, summary }] : [];
    });
    return {
      experiment: experiments[at]!,
      runs,
      data: spread(runs.map(({ summary }) => summary.data[notion])),
      filters: spread(
        runs.filter(({ summary }) => !summary.diverged).map(({ summary }) => leading(summary).ranks[notion]),
      ),
    };
  });
});

function spread(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    low: Math.min(...values),
    high: Math.max(...values),
  };
}
