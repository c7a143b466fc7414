import type { Box } from './labels';
import type { Run } from './scales';
import type { ChartTheme } from './theme';

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Attributes = Readonly<Record<string, string | number>>;

export interface Mark {
  /** Unique in its layer; a mark that keeps its key keeps its element. */
  readonly key: string | number;
  readonly attributes: Attributes;
  readonly text?: string;
}

/** Marks of one shape, drawn together; `attributes` are those that they share. */
export interface Layer {
  readonly name: string;
  readonly shape: 'rect' | 'line' | 'path' | 'circle' | 'text';
  readonly attributes?: Attributes;
  readonly marks: readonly Mark[];
}

/** All that a chart draws, as plain values, back to front: the charts are functions to a scene and are tested without a page. */
export interface Scene {
  readonly size: Size;
  /** Accessible name and description. */
  readonly name: string;
  readonly description: string;
  readonly attributes: Attributes;
  readonly layers: readonly Layer[];
  /** Of a chart with one plot. */
  readonly axes?: { readonly plot: Box; readonly x: Run; readonly y: Run };
}

/** Attributes of the whole drawing that come from the theme. */
export function rootAttributes(theme: ChartTheme): Attributes {
  return { 'font-family': theme.fontFamily, fill: 'none' };
}

/** A margin of background around letters, so that a line behind them does not cut them. */
export function halo(theme: ChartTheme): Attributes {
  return {
    stroke: theme.background,
    'stroke-width': Math.round(theme.fontSize.label / 3),
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  };
}
