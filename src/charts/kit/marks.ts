import { mix } from './colour';
import type { Point } from './polyline';
import type { Attributes } from './scene';
import type { ChartTheme } from './theme';

/** Shapes of marks, so that series can be told apart without colour. */
export const shapes = ['circle', 'square', 'triangle', 'diamond', 'cross'] as const;
export type Shape = (typeof shapes)[number];

const cut = (value: number) => Math.round(value * 100) / 100;
const polygon = (...corners: readonly (readonly [number, number])[]) =>
  `M${corners.map(([x, y]) => `${cut(x)},${cut(y)}`).join('L')}Z`;
/** tan 30°. */
const slope = Math.sqrt(1 / 3);

/** Outlines of so much ink, around the origin. */
const outlineOf: Readonly<Record<Shape, (area: number) => string>> = {
  circle(area) {
    const r = Math.sqrt(area / Math.PI);
    const half = (x: number) => `A${cut(r)},${cut(r)},0,1,1,${cut(x)},0`;
    return `M${cut(r)},0${half(-r)}${half(r)}`;
  },
  square(area) {
    const side = Math.sqrt(area);
    return `M${cut(-side / 2)},${cut(-side / 2)}h${cut(side)}v${cut(side)}h${cut(-side)}Z`;
  },
  triangle(area) {
    const y = -Math.sqrt(area / (Math.sqrt(3) * 3));
    return polygon([0, 2 * y], [-Math.sqrt(3) * y, -y], [Math.sqrt(3) * y, -y]);
  },
  diamond(area) {
    const y = Math.sqrt(area / (2 * slope));
    const x = y * slope;
    return polygon([0, -y], [x, 0], [0, y], [-x, 0]);
  },
  cross(area) {
    const r = Math.sqrt(area / 5) / 2;
    const far = 3 * r;
    return polygon(
      [-far, -r],
      [-r, -r],
      [-r, -far],
      [r, -far],
      [r, -r],
      [far, -r],
      [far, r],
      [r, r],
      [r, far],
      [-r, far],
      [-r, r],
      [-far, r],
    );
  },
};

const outlines = new Map<string, string>();

/** A shape of the same ink as a circle of this radius, around a point: attributes of a path. */
export function symbolAt(shape: Shape, { x, y }: Point, radius: number): Attributes {
  const key = `${shape} ${radius}`;
  let d = outlines.get(key);
  if (d === undefined) outlines.set(key, (d = outlineOf[shape](Math.PI * radius * radius)));
  return { d, transform: `translate(${cut(x)},${cut(y)})` };
}

/** How much of a colour gives way to the background where what it shows is out of date. */
const STALE = 0.45;

/** The colour with `share` of the background in it; opaque, so that what lies behind cannot change it. */
export function paler(colour: string, theme: ChartTheme, share = STALE): string {
  return mix(colour, theme.background, share);
}
