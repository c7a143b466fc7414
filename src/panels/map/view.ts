import { useMemo } from 'react';
import type { CollapseData } from '../../charts/collapse/data';
import type { MapData } from '../../charts/map/data';
import type { Experiment } from '../../experiment/parameters';
import { sweepExperiments } from '../../experiment/sweep';
import { shownCells } from '../../store/coarse-to-fine';
import { leading } from '../../store/views/shown-frame';
import { lawfulNoiseOf } from '../../store/views/theory';
import { mapPlan } from '../../store/views/plans';
import type { SweptRun } from '../../store/views/swept';
import { useStrings } from '../../store/words';
import type { CellFacts } from '../../strings/panel-facts';
import { isSweepStale } from '../../store/views/sweep-stale';
import { useVisibleState } from '../../ui/use-visible';

/** A value of the second axis as the figure names it: 2K and d rather than K and s. */
function axisText(key: Experiment['axis'], value: number): string {
  return String(key === 'k' ? 2 * value : key === 'side' ? value * value : value);
}

/** Right end of the axis of σ/σ*: far enough to see that nothing comes back. */
const furthest = 2;

const symbols: Readonly<Record<Experiment['axis'], string>> = { n: 'n', k: '2K', side: 'd', m: 'm', patches: 'P' };

/** What the phase map shows: measured cells, those that are still coarse, σ*; and the same against σ/σ*. */
export function useMap(visible: boolean): {
  map: MapData;
  collapse: CollapseData | null;
  runs: readonly (readonly (SweptRun | null)[])[];
  factsOf(run: SweptRun): CellFacts;
} {
  const strings = useStrings();
  const experiment = useVisibleState(visible, (state) => state.experiment);
  const state = useVisibleState(visible, (all) => all.map);
  const stale = useVisibleState(visible, isSweepStale('map'));
  return useMemo(() => {
    const plan = state.plan ?? mapPlan(experiment);
    const [rowAxis, columnAxis] = plan.axes as [(typeof plan.axes)[0], (typeof plan.axes)[0]];
    const key = rowAxis.key as Experiment['axis'];
    const { experiments } = sweepExperiments(plan);
    const rows = rowAxis.values.length,
      columns = columnAxis.values.length;
    const runs = rowAxis.values.map((_, r) =>
      columnAxis.values.map((__, c): SweptRun | null => {
        const summary = state.results[r * columns + c];
        return summary ? { experiment: experiments[r * columns + c]!, summary } : null;
      }),
    );
    const valueOf = ({ summary }: SweptRun) =>
      experiment.cells === 'share' ? (leading(summary).moved?.share ?? null) : summary.testAccuracy;
    const valueAt = (index: number | null) => {
      const run = index === null ? null : runs[Math.floor(index / columns)]![index % columns];
      return run ? valueOf(run) : null;
    };
    const shown = shownCells((index) => state.results[index] != null, rows, columns);
    const boundary = rowAxis.values.map((value) => lawfulNoiseOf({ ...plan.experiment, [key]: value }));
    const measured = runs.flat().filter((run) => run !== null).length;
    const { map: words, parameters } = strings;
    const quantity = parameters.cells.values[experiment.cells],
      second = parameters.axis.values[key];
    const rowText = (value: number) => `${symbols[key]} = ${axisText(key, value)}`;
    const factsOf = ({ experiment: { sigma, ...run }, summary }: SweptRun): CellFacts => ({
      sigma,
      row: rowText(run[key]),
      share: leading(summary).moved?.share ?? null,
      testAccuracy: summary.testAccuracy,
    });
    const map: MapData = {
      columns: columnAxis.values,
      rows: rowAxis.values.map((value) => ({ value, text: axisText(key, value) })),
      rowLabel: second,
      columnLabel: words.axis,
      cells: shown.map(valueAt),
      interpolated: shown.map((index, i) => index !== i),
      colour: experiment.cells,
      colourLabel: quantity,
      boundary,
      current: stale ? null : { column: experiment.sigma, row: experiment[key] },
      stale,
      name: words.name(quantity, second),
      description: words.text(measured, rows * columns),
    };
    const collapse: CollapseData | null = boundary.some((critical) => critical === null)
      ? null
      : {
          series: rowAxis.values.map((value, r) => ({
            label: rowText(value),
            value,
            points: runs[r]!.map((run, c) => ({ x: columnAxis.values[c]! / boundary[r]!, y: run && valueOf(run) })),
          })),
          xLabel: words.relative.axis,
          yLabel: quantity,
          xMax: furthest,
          domain: experiment.cells === 'share' ? [0, 1] : [0.4, 1],
          reference: { x: 1, label: 'σ = σ*' },
          stale,
          name: words.relative.name(quantity),
          description: map.description,
        };
    return { map, collapse, runs, factsOf };
  }, [strings, experiment, state, stale]);
}
