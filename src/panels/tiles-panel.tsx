import { useCallback, useState } from 'react';
import { tileAt, tileLayout, type TileHit } from '../pixels/tile-layout';
import { drawTiles, type TilesData } from '../pixels/tiles-canvas';
import { useApp, useAppState } from '../store/use-app';
import { FilterGrid } from './filter-grid';
import { PanelSection } from './panel-section';
import { PixelFigure } from './pixel-figure';
import { useRoom } from './room';
import { describeFilter, useFilters, type Filters } from './use-filters';

/** The tallest that all 2m filters may become, in pixels; beyond it tiles get smaller. Where the classes stand under each other they have more. */
const tallest = (width: number) => (width < 700 ? 760 : 460);

/** Of the line below, in a frame. */
const readoutHeight = 26;

/** All filters as small images, by the signal vector that each follows. */
export function TilesPanel() {
  return (
    <PanelSection name="tiles" title="The filters, every one"
      lead="Each small image is one filter, beside the signal vector that it follows: mid grey is zero, light is positive, dark is negative; pale ones are idle: training hardly moved them.">
      {(visible) => <Tiles visible={visible} />}
    </PanelSection>
  );
}

function Tiles({ visible }: { visible: boolean }) {
  const app = useApp();
  const filters = useFilters(visible);
  const picked = useAppState((state) => state.picked);
  const [hovered, setHovered] = useState<TileHit | undefined>();
  const room = useRoom();
  const maxHeight = useCallback((width: number) => (room === null ? tallest(width) : room - readoutHeight), [room]);
  const make = useTiles(filters, hovered, { maxHeight, compact: false });
  if (!filters || !make) return <p className="empty">The filters are shown as soon as the first run has begun.</p>;
  return (
    <figure className="panel">
      <PixelFigure name={`The filters as images at step ${filters.shown.step}, by the signal vector that they follow`} make={make} draw={drawTiles}
        onPointer={(at, { layout }) => setHovered(at ? tileAt(layout, at.x, at.y) : undefined)}
        onClick={(at, { layout }) => {
          const hit = tileAt(layout, at.x, at.y);
          if (hit?.kind === 'filter') app.pick(hit.index === picked ? null : hit.index);
        }}>
        <FilterGrid filters={filters} onFocus={(filter) => setHovered(filter === null ? undefined : { kind: 'filter', index: filter })} />
      </PixelFigure>
      <p className="readout">
        {hovered?.kind === 'filter' ? describeFilter(hovered.index, filters) : hovered?.kind === 'signal' ? `Signal vector ${filters.names[hovered.index]}` : `Step ${filters.shown.step}. Pick a filter to see its alignment over time.`}
      </p>
    </figure>
  );
}

/** What the picture of the filters needs, at any width. */
export function useTiles(filters: Filters | null, hovered: TileHit | undefined, { maxHeight, compact }: { maxHeight(width: number): number; compact: boolean }) {
  const picked = useAppState((state) => state.picked);
  const { groups, names, shown } = filters ?? {};
  const side = shown?.side;
  // The places change with the order and the width only, the pixels with every frame.
  const place = useCallback((width: number) => groups && names && side
    ? tileLayout({ groups, names, side, width, maxHeight: maxHeight(width), compact, devicePixelRatio: window.devicePixelRatio }) : null, [groups, names, side, maxHeight, compact]);
  const make = useCallback((width: number): { data: TilesData; height: number } => {
    const layout = place(width)!;
    return { data: { layout, ...shown!, hovered, selected: picked === null ? undefined : { kind: 'filter', index: picked } }, height: layout.height };
  }, [place, shown, hovered, picked]);
  return filters ? make : null;
}
