import { useCallback, useState } from 'react';
import type { ChartTheme } from '../../charts/kit/theme';
import { tilesPicture, type TilesData } from '../../pixels/tiles/draw';
import { tileLayout } from '../../pixels/tiles/layout';
import type { TileHit, TileLayout, TileLayoutInput } from '../../pixels/tiles/tile';
import { useApp } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { FilterGrid } from './filter-grid';
import { PixelFigure } from '../../ui/pixel-figure';
import { useRoom } from '../../ui/room';
import { filterFacts, hasFilter, hasVector, useFilters, usePicked, type Filters } from './use-filters';

/** The tallest that all 2m filters may become, in pixels; beyond it tiles get smaller. Where the classes stand under each other they have more. */
const tallest = (width: number, magnified: number) => magnified * (width < 700 ? 380 : 240);

/** Of the line below, in a frame. */
const readoutHeight = 26;

/** All filters as small images, by the signal vector that each follows. */
export function Tiles({ visible }: { visible: boolean }) {
  const app = useApp();
  const words = useStrings().filters;
  const filters = useFilters(visible);
  const picked = usePicked(filters);
  const [under, setUnder] = useState<TileHit | undefined>();
  const isThere = under?.kind === 'filter' ? hasFilter : hasVector;
  const hovered = under && filters && isThere(filters, under.index) ? under : undefined;
  const room = useRoom();
  const maxHeight = useCallback(
    (width: number, magnified: number) =>
      room === null ? tallest(width, magnified) : room - magnified * readoutHeight,
    [room],
  );
  const make = useTiles(filters, hovered, { maxHeight, layout: tileLayout });
  if (!filters || !make) return <p className="empty">{words.all.empty}</p>;
  return (
    <figure className="panel">
      <PixelFigure
        picture={tilesPicture}
        name={words.all.picture(filters.shown.step)}
        make={make}
        onPoint={(hit) => setUnder(hit ?? undefined)}
        onOpen={(hit) => {
          if (hit?.kind === 'filter') app.pick(hit.index === picked ? null : hit.index);
        }}
      >
        <FilterGrid
          filters={filters}
          onFocus={(filter) => setUnder(filter === null ? undefined : { kind: 'filter', index: filter })}
        />
      </PixelFigure>
      <p className="readout">
        {hovered?.kind === 'filter'
          ? words.filter(filterFacts(hovered.index, filters))
          : hovered?.kind === 'signal'
            ? words.vector(filters.names[hovered.index]!)
            : words.pick(filters.shown.step)}
      </p>
    </figure>
  );
}

/** What the picture of the filters needs, at any width. */
export function useTiles(
  filters: Filters | null,
  hovered: TileHit | undefined,
  {
    maxHeight,
    layout,
  }: { maxHeight(width: number, magnified: number): number; layout(input: TileLayoutInput): TileLayout },
) {
  const picked = usePicked(filters);
  const { groups, names, shown } = filters ?? {};
  const side = shown?.side;
  const { marks } = useStrings().filters;
  // The places change with the order and the width only, the pixels with every frame.
  const place = useCallback(
    (width: number, { magnified, fontSize }: ChartTheme) =>
      groups && names && side
        ? layout({
            groups,
            names,
            marks,
            side,
            width,
            maxHeight: maxHeight(width, magnified),
            devicePixelRatio: window.devicePixelRatio,
            fontSize: fontSize.tick,
          })
        : null,
    [groups, names, marks, side, maxHeight, layout],
  );
  const make = useCallback(
    (width: number, theme: ChartTheme): { data: TilesData; height: number } => {
      const placed = place(width, theme)!;
      return {
        data: {
          layout: placed,
          ...shown!,
          hovered,
          selected: picked === null ? undefined : { kind: 'filter', index: picked },
        },
        height: placed.height,
      };
    },
    [place, shown, hovered, picked],
  );
  return filters ? make : null;
}
