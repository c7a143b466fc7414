import { useCallback, useMemo, useState } from 'react';
import { drawLines, type LinesData } from '../charts/lines-chart';
import { alignmentCellAt, alignmentHeight, columnOrder, drawAlignmentMap, type AlignmentData } from '../pixels/alignment-map';
import { featureOrder } from '../spectrum/followed';
import { alignmentOf, trackOf } from '../store/alignment-view';
import { frameOf } from '../store/derived';
import { useApp, useAppState } from '../store/use-app';
import { ChartFigure } from './chart-figure';
import { FilterGrid } from './filter-grid';
import { PanelSection } from './panel-section';
import { PixelFigure } from './pixel-figure';
import { describeFilter, useFilters, type Filters } from './use-filters';
import { useVisibleState } from './use-visible';

const trackHeight = () => 220;

/** How every filter lies to every signal vector, and one of them over time. */
export function AlignmentPanel() {
  return (
    <PanelSection name="alignment" title="Winner takes all"
      lead="Where the energy of each filter lies: one column a filter, one row a signal vector, and the rest of the space below. Blue follows a signal vector, grey points away from it, orange is noise.">
      {(visible) => <AlignmentMap visible={visible} />}
    </PanelSection>
  );
}

function AlignmentMap({ visible }: { visible: boolean }) {
  const app = useApp();
  const filters = useFilters(visible);
  const picked = useAppState((state) => state.picked);
  const [hovered, setHovered] = useState<{ filter: number; feature: number | null } | null>(null);
  const make = useCallback((width: number): { data: AlignmentData; height: number } => {
    const { shown, groups, names } = filters!;
    const features = featureOrder(names.length, shown.classed ? 1 : undefined);
    return {
      data: { ...alignmentOf(shown), order: columnOrder(groups), features, names, selected: hovered?.filter ?? picked ?? undefined },
      height: alignmentHeight(features.length, features.length > 12 ? 10 : width < 500 ? 14 : 18),
    };
  }, [filters, hovered, picked]);
  if (!filters) return <p className="empty">The alignment is shown as soon as the first run has begun.</p>;
  return (
    <figure className="panel">
      <PixelFigure name={`Alignment of the filters with the signal vectors at step ${filters.shown.step}`} make={make} draw={drawAlignmentMap}
        onPointer={(at, data, size) => setHovered((at && alignmentCellAt(at.x, at.y, data, size)) ?? null)}
        onClick={(at, data, size) => {
          const cell = alignmentCellAt(at.x, at.y, data, size);
          if (cell) app.pick(cell.filter === picked ? null : cell.filter);
        }}>
        <FilterGrid filters={filters} onFocus={(filter) => setHovered(filter === null ? null : { filter, feature: null })} />
      </PixelFigure>
      <p className="readout">{hovered ? describeCell(hovered, filters) : picked === null ? `Step ${filters.shown.step}. Pick a filter to see its alignment over time.` : describeFilter(picked, filters)}</p>
      {picked !== null && <Track visible={visible} filter={picked} filters={filters} />}
    </figure>
  );
}

function describeCell({ filter, feature }: { filter: number; feature: number | null }, filters: Filters): string {
  const { cosines, rest } = alignmentOf(filters.shown);
  const count = filters.names.length;
  const off = `${Math.round(rest[filter]! * 100)}% of its energy off the signal span`;
  return `${describeFilter(filter, filters)}${feature === null ? '' : `; its cosine with ${filters.names[feature]} is ${cosines[filter * count + feature]!.toFixed(2)}`}; ${off}.`;
}

/** The cosines of one filter with every signal vector, and the rest, against the step. */
function Track({ visible, filter, filters }: { visible: boolean; filter: number; filters: Filters }) {
  const app = useApp();
  const history = useVisibleState(visible, (state) => state.run.history);
  const steps = useVisibleState(visible, (state) => state.experiment.steps);
  const cursor = useVisibleState(visible, (state) => frameOf(state)?.step);
  const { names } = filters;
  const signal = useVisibleState(visible, (state) => state.run.signal);
  const experiment = useVisibleState(visible, (state) => state.run.experiment);
  const track = useMemo(() => trackOf({ history, signal, experiment }, filter), [history, signal, experiment, filter]);
  const data = useMemo((): LinesData | null => {
    if (!track) return null;
    const last = track.cosines.map((cosines) => cosines.at(-1)!);
    const winner = last.indexOf(Math.max(...last));
    const points = (values: readonly number[]) => track.steps.map((step, i) => ({ step, value: values[i]! }));
    return {
      series: [
        ...track.cosines.map((cosines, k) => ({ key: `s${k}`, label: names[k]!, role: k === winner ? 'filters' as const : 'muted' as const, emphasis: k === winner, points: points(cosines) })),
        { key: 'rest', label: 'rest of the space', role: 'data', dash: 'dashed', emphasis: true, points: points(track.rest) },
      ],
      steps, cursor, scale: 'linear', domain: [-1, 1], caption: `${describeFilter(filter, filters)}: cosine with each signal vector, against training step`,
      name: 'Alignment of one filter during training',
      description: `${describeFilter(filter, filters)}. At the end its largest cosine is ${last[winner]?.toFixed(2)} with ${names[winner]}; the rest of the space has ${track.rest.at(-1)!.toFixed(2)}.`,
    };
  }, [track, names, steps, cursor, filter, filters]);
  return (
    <>
      <ChartFigure data={data} height={trackHeight} draw={drawLines} numbers={data && { kind: 'lines', data }} />
      <button type="button" className="button" onClick={() => app.pick(null)}>Close</button>
    </>
  );
}
