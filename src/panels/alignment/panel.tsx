import { useCallback, useMemo, useState } from 'react';
import { linesChart } from '../../charts/lines/chart';
import type { LinesData } from '../../charts/lines/data';
import { alignmentTable } from '../../pixels/alignment/table';
import type { ChartTheme } from '../../charts/kit/theme';
import { alignmentPicture } from '../../pixels/alignment/draw';
import { alignmentHeight, type AlignmentCell, type AlignmentData } from '../../pixels/alignment/frame';
import { columnOrder } from '../../pixels/kit/groups';
import { featureOrder } from '../../spectrum/followed';
import { alignmentOf, followFacts, trackOf } from '../../store/views/shown-filters';
import { frameOf } from '../../store/views/shown-frame';
import { useApp, useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import type { Strings } from '../../strings/en';
import { ChartFigure } from '../../ui/chart-figure';
import { FilterGrid } from '../tiles/filter-grid';
import { PixelFigure } from '../../ui/pixel-figure';
import { filterFacts, useFilters, type Filters } from '../tiles/use-filters';
import { useVisibleState } from '../../ui/use-visible';

const trackHeight = () => 220;

/** How every filter lies to every signal vector, and one of them over time. */
export function AlignmentMap({ visible }: { visible: boolean }) {
  const app = useApp();
  const { filters: words, winner } = useStrings();
  const filters = useFilters(visible);
  const picked = useAppState((state) => state.picked);
  const [hovered, setHovered] = useState<AlignmentCell | null>(null);
  const data = useMemo((): AlignmentData | null => {
    if (!filters) return null;
    const { shown, groups, names } = filters;
    return {
      ...alignmentOf(shown),
      order: columnOrder(groups),
      features: featureOrder(names.length, shown.classed ? 1 : undefined),
      names,
      marks: words.marks,
      selected: hovered?.filter ?? picked ?? undefined,
    };
  }, [filters, hovered, picked, words]);
  const make = useCallback(
    (width: number, { magnified, fontSize }: ChartTheme) => {
      const rows = data!.features.length;
      return {
        data: data!,
        height: alignmentHeight(rows, magnified * (rows > 12 ? 10 : width < 500 * magnified ? 14 : 18), fontSize.tick),
      };
    },
    [data],
  );
  if (!filters || !data) return <p className="empty">{words.alignment.empty}</p>;
  const name = words.alignment.picture(filters.shown.step);
  return (
    <figure className="panel">
      <PixelFigure
        picture={alignmentPicture}
        name={name}
        make={make}
        numbers={{
          name,
          description: winner.now(followFacts(filters.shown)),
          table: (heads) => alignmentTable(data, heads, (filter) => words.filter(filterFacts(filter, filters))),
        }}
        onPoint={(cell: AlignmentCell | null) => setHovered(cell)}
        onOpen={(cell) => cell && app.pick(cell.filter === picked ? null : cell.filter)}
      >
        <FilterGrid
          filters={filters}
          onFocus={(filter) => setHovered(filter === null ? null : { filter, feature: null })}
        />
      </PixelFigure>
      <p className="readout">
        {hovered
          ? words.alignment.cell(...cellFacts(hovered, filters))
          : picked === null
            ? words.pick(filters.shown.step)
            : words.filter(filterFacts(picked, filters))}
      </p>
      {picked !== null && <Track visible={visible} filter={picked} filters={filters} />}
    </figure>
  );
}

function cellFacts(
  { filter, feature }: AlignmentCell,
  filters: Filters,
): Parameters<Strings['filters']['alignment']['cell']> {
  const { cosines, rest } = alignmentOf(filters.shown),
    { names } = filters;
  return [
    filterFacts(filter, filters),
    feature === null ? null : { name: names[feature]!, value: cosines[filter * names.length + feature]! },
    rest[filter]!,
  ];
}

/** The cosines of one filter with every signal vector, and the rest, against the step. */
function Track({ visible, filter, filters }: { visible: boolean; filter: number; filters: Filters }) {
  const app = useApp();
  const history = useVisibleState(visible, (state) => state.run.history);
  const steps = useVisibleState(visible, (state) => state.experiment.steps);
  const cursor = useVisibleState(visible, (state) => frameOf(state)?.step);
  const { names, groups } = filters;
  const {
    filters: {
      alignment: { track: words },
    },
    training: { origin },
    close,
  } = useStrings();
  const signal = useVisibleState(visible, (state) => state.run.signal);
  const experiment = useVisibleState(visible, (state) => state.run.experiment);
  const track = useMemo(() => trackOf({ history, signal, experiment }, filter), [history, signal, experiment, filter]);
  const data = useMemo((): LinesData | null => {
    if (!track) return null;
    const last = track.cosines.map((cosines) => cosines.at(-1)!);
    const winner = last.indexOf(Math.max(...last));
    const facts = filterFacts(filter, { groups, names });
    const points = (values: readonly number[]) => track.steps.map((step, i) => ({ step, value: values[i]! }));
    return {
      series: [
        ...track.cosines.map((cosines, k) => ({
          key: `s${k}`,
          label: names[k]!,
          role: k === winner ? ('filters' as const) : ('muted' as const),
          emphasis: k === winner,
          points: points(cosines),
        })),
        { key: 'rest', label: words.rest, role: 'data', dash: 'dashed', emphasis: true, points: points(track.rest) },
      ],
      steps,
      origin,
      cursor,
      scale: 'linear',
      domain: [-1, 1],
      caption: words.caption(facts),
      name: words.name,
      description: words.description(facts, { name: names[winner]!, value: last[winner]! }, track.rest.at(-1)!),
    };
  }, [track, names, groups, steps, cursor, filter, words, origin]);
  return (
    <>
      <ChartFigure chart={linesChart} data={data} height={trackHeight} />
      <button type="button" className="button" onClick={() => app.pick(null)}>
        {close}
      </button>
    </>
  );
}
