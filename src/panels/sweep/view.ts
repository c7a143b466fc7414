import { useMemo } from 'react';
import type { SweepData } from '../../charts/sweep/data';
import { lawfulNoiseOf, seenPredictionOf } from '../../store/views/theory';
import { ranksOf } from '../../store/views/ranks';
import { isSweepStale } from '../../store/views/sweep-stale';
import { lineOf } from '../../store/views/known';
import { noisePlan } from '../../store/views/plans';
import { sweptLevels, type SweptLevel } from '../../store/views/swept';
import { useStrings } from '../../store/words';
import type { LevelFacts } from '../../strings/panel-facts';
import { useVisibleState } from '../../ui/use-visible';

/** What is measured at a level, for words. */
export function levelFacts({ experiment, data, filters, runs }: SweptLevel): LevelFacts {
  return {
    sigma: experiment.sigma,
    data: data?.mean ?? null,
    filters: filters?.mean ?? null,
    testAccuracy: runs[0]?.summary.testAccuracy ?? null,
  };
}

/** Points on the theory's curve between two levels of the sweep. */
const finer = 8;

/** What the sweep's chart shows, and the levels that its points are. */
export function useSweep(visible: boolean): { chart: SweepData; levels: readonly SweptLevel[] } {
  const strings = useStrings();
  const experiment = useVisibleState(visible, (state) => state.experiment);
  const sweep = useVisibleState(visible, (state) => state.sweep);
  const line = useVisibleState(visible, ({ known, experiment: now }) => lineOf(known, now));
  const stale = useVisibleState(visible, isSweepStale('sweep'));
  const clean = useVisibleState(visible, (state) => ranksOf(state).clean);
  const data = useVisibleState(visible, (state) => ranksOf(state).data);
  const filters = useVisibleState(visible, (state) =>
    state.run.status === 'finished' && state.run.cursor === null ? ranksOf(state).filters : null,
  );
  const { rank } = experiment;
  const levels = useMemo(() => sweptLevels(sweep, rank), [sweep, rank]);
  const chart = useMemo((): SweepData => {
    const plan = noisePlan(experiment, line);
    const planned = plan.axes[0]!.values;
    const xMax = Math.max(planned.at(-1)!, ...(sweep.plan?.axes[0]!.values ?? []));
    const { sweep: words, figures } = strings;
    const notion = strings.parameters.rank.values[rank];
    const critical = lawfulNoiseOf(experiment);
    const predicted = Array.from(
      { length: planned.length * finer + 1 },
      (_, i) => (xMax * i) / (planned.length * finer),
    ).flatMap((sigma) => {
      const y = seenPredictionOf({ ...experiment, sigma });
      return y === null ? [] : [{ x: sigma, y }];
    });
    const several = (sweep.plan?.seeds ?? 1) > 1;
    return {
      points: levels.map((level) => ({
        x: level.experiment.sigma,
        data: level.data?.mean ?? null,
        filters: level.filters?.mean ?? null,
        ...(several && level.data ? { dataLow: level.data.low, dataHigh: level.data.high } : {}),
        ...(several && level.filters ? { filtersLow: level.filters.low, filtersHigh: level.filters.high } : {}),
      })),
      predicted: predicted.length > 0 ? predicted : null,
      clean,
      xMax,
      xLabel: words.axis,
      caption: words.caption(figures.within(notion), experiment.matrix),
      names: words.names,
      critical: critical === null ? null : { x: critical, label: words.critical(critical) },
      current: { x: experiment.sigma, label: words.now(experiment.sigma) },
      currentPoint: { data, filters },
      scale: experiment.sweepscale,
      stale,
      name: words.name(notion),
      description: words.text(levels.filter(({ runs }) => runs.length > 0).map(levelFacts), rank),
    };
  }, [strings, experiment, line, sweep, levels, rank, clean, data, filters, stale]);
  return { chart, levels };
}
