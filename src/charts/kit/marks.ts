import {
  interpolateRgb,
  lab,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
  type SymbolType,
} from 'd3';
import type { Point } from './polyline';
import type { Attributes } from './scene';
import type { ChartTheme } from './theme';

/** Shapes of marks, so that series can be told apart without colour. */
export const shapes = ['circle', 'square', 'triangle', 'diamond', 'cross'] as const;
export type Shape = (typeof shapes)[number];

const types: Readonly<Record<Shape, SymbolType>> = {
  circle: symbolCircle,
  square: symbolSquare,
  triangle: symbolTriangle,
  diamond: symbolDiamond,
  cross: symbolCross,
};

const outlines = new Map<string, string>();

/** A shape of the same ink as a circle of this radius, around a point: attributes of a path. */
export function symbolAt(shape: Shape, { x, y }: Point, radius: number): Attributes {
  const key = `${shape} ${radius}`;
  let d = outlines.get(key);
  if (d === undefined) outlines.set(key, (d = symbol(types[shape], Math.PI * radius * radius).digits(2)() ?? ''));
  return { d, transform: `translate(${Math.round(x * 100) / 100},${Math.round(y * 100) / 100})` };
}

/** How much of a colour gives way to the background where what it shows is out of date. */
const STALE = 0.45;

/** The colour with `share` of the background in it; opaque, so that what lies behind cannot change it. */
export function paler(colour: string, theme: ChartTheme, share = STALE): string {
  return interpolateRgb(colour, theme.background)(share);
}

/** Black or white, whichever is the more legible on a colour: at least 4.5:1 on any. */
export function inkOn(colour: string): string {
  // At this lightness in Lab both reach the same contrast.
  return lab(colour).l > 49.5 ? '#000000' : '#ffffff';
}
