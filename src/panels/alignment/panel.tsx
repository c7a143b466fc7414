import { useCallback, useMemo, useState } from 'react';
import { alignmentTable } from '../../pixels/alignment/table';
import type { ChartTheme } from '../../charts/kit/theme';
import { alignmentPicture } from '../../pixels/alignment/draw';
import { alignmentHeight, type AlignmentCell, type AlignmentData } from '../../pixels/alignment/frame';
import { columnOrder } from '../../pixels/kit/groups';
import { featureOrder } from '../../spectrum/followed';
import { alignmentOf, followFacts } from '../../store/views/shown-filters';
import { useApp } from '../../store/use-app';
import { useStrings } from '../../store/words';
import type { Strings } from '../../strings/en';
import { FilterGrid } from '../tiles/filter-grid';
import { PixelFigure } from '../../ui/pixel-figure';
import { useRoom } from '../../ui/room';
import { filterFacts, hasFilter, hasVector, useFilters, usePicked, type Filters } from '../tiles/use-filters';
import { Track } from './track';

/** How every filter lies to every signal vector, and one of them over time. */
export function AlignmentMap({ visible }: { visible: boolean }) {
  const app = useApp();
  const { filters: words, winner } = useStrings();
  const filters = useFilters(visible);
  const picked = usePicked(filters);
  const [under, setUnder] = useState<AlignmentCell | null>(null);
  const hovered =
    under && filters && hasFilter(filters, under.filter) && hasVector(filters, under.feature ?? 0) ? under : null;
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
  const room = useRoom();
  if (!filters || !data) return <p className="empty">{words.alignment.empty}</p>;
  const name = words.alignment.picture(filters.shown.step);
  return (
    <figure className="panel">
      {room === null && <p className="legend">{words.alignment.lead}</p>}
      <PixelFigure
        picture={alignmentPicture}
        name={name}
        make={make}
        numbers={{
          name,
          description: winner.now(followFacts(filters.shown)),
          table: (heads) => alignmentTable(data, heads, (filter) => words.filter(filterFacts(filter, filters))),
        }}
        onPoint={(cell: AlignmentCell | null) => setUnder(cell)}
        onOpen={(cell) => cell && app.pick(cell.filter === picked ? null : cell.filter)}
      >
        <FilterGrid
          filters={filters}
          onFocus={(filter) => setUnder(filter === null ? null : { filter, feature: null })}
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
