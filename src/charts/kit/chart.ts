import type { Box } from './labels';
import type { Point } from './polyline';
import type { Scale } from './scales';
import { rootAttributes, type Layer, type Scene, type Size } from './scene';
import type { ChartTable, TableWords } from './table';
import type { ChartTheme } from './theme';

/** What the data of every chart say of the whole: its accessible name, and a sentence that says what can be seen. */
export interface Described {
  readonly name: string;
  readonly description: string;
}

/** A chart: pure functions of what it shows. Figures, tables, saved files and tests work from these alone. */
export interface Chart<Data extends Described, Hit = unknown> {
  scene(data: Data, size: Size, theme: ChartTheme): Scene;
  /** All numbers that are drawn, and those beyond the edge too. */
  table(data: Data, words: TableWords): ChartTable;
  /** What a pointer finds at a point of the chart, null where there is nothing; not there if nothing can be pointed at. */
  hit?(at: Point, data: Data, size: Size, theme: ChartTheme): Hit | null;
}

/** A chart at work: `frame` says where things stand. */
export interface Drawing<Data, Frame> {
  readonly data: Data;
  readonly frame: Frame;
  readonly size: Size;
  readonly theme: ChartTheme;
}

/** What a chart brings; the kit frames it. */
export interface ChartParts<Data extends Described, Frame, Hit> {
  frame(data: Data, size: Size, theme: ChartTheme): Frame;
  /** Where it has one plot: that, and its scales. */
  axes?(frame: Frame): { readonly plot: Box; readonly x: Scale; readonly y: Scale };
  /** Back to front. */
  layers(drawing: Drawing<Data, Frame>): readonly Layer[];
  table(data: Data, words: TableWords): ChartTable;
  hit?(at: Point, drawing: Drawing<Data, Frame>): Hit | null;
}

export function chart<Data extends Described, Frame, Hit>({
  frame,
  axes,
  layers,
  table,
  hit,
}: ChartParts<Data, Frame, Hit>): Chart<Data, Hit> {
  return {
    scene(data, size, theme) {
      const at = frame(data, size, theme);
      const { plot, x: { run: x } = {}, y: { run: y } = {} } = axes?.(at) ?? {};
      return {
        size,
        name: data.name,
        description: data.description,
        attributes: rootAttributes(theme),
        layers: layers({ data, frame: at, size, theme }),
        ...(plot && x && y && { axes: { plot, x, y } }),
      };
    },
    table,
    ...(hit && {
      hit: (at: Point, data: Data, size: Size, theme: ChartTheme) =>
        hit(at, { data, frame: frame(data, size, theme), size, theme }),
    }),
  };
}
