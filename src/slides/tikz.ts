import { mapped, type Command } from './path';
import type { OutlineShape, TextShape } from './shapes';
import { texText } from './tex-text';

/** Hundredths of a point. */
export const round = (value: number) => String(Math.round(value * 100) / 100);

/** How a writer puts a place and a colour. */
export interface Pen {
  /** @param x, y points from the upper left corner of the sheet. */
  at(x: number, y: number): string;
  colour(value: string): string;
  /** @param outline what draws a mark around the origin. */
  mark(outline: string): string;
}

/** A line of words as a node; behind them a ground, where a line would cut them. */
export function tikzText({ x, y, text, size, bold, anchor, fill, halo }: TextShape, { at, colour }: Pen): string {
  const anchors = { start: 'base west', middle: 'base', end: 'base east' };
  const ground = halo ? `,fill=${colour(halo.colour)}` : '';
  return `\\node[anchor=${anchors[anchor]},font=${texFont(size, bold)},text=${colour(fill)}${ground}] at ${at(x, y)} {${texText(text)}};`;
}

export const texFont = (size: number, bold: boolean) =>
  `\\fontsize{${round(size)}bp}{${round(1.2 * size)}bp}\\selectfont${bold ? '\\bfseries' : ''}`;

/** What an outline is painted with, as options of a path. */
export function tikzPaint(
  { fill, stroke, width, dash, dashOffset, cap, join }: OutlineShape,
  { colour }: Pick<Pen, 'colour'>,
): string[] {
  return [
    `fill=${fill ? colour(fill) : 'none'}`,
    ...(stroke
      ? [
          `draw=${colour(stroke)}`,
          `line width=${round(width)}bp`,
          `line cap=${cap === 'square' ? 'rect' : cap}`,
          `line join=${join}`,
        ]
      : ['draw=none']),
    ...(stroke && dash.length > 0
      ? [
          `dash pattern=${(dash.length % 2 === 1 ? [...dash, ...dash] : dash).map((length, i) => `${i % 2 === 0 ? 'on' : 'off'} ${round(length)}bp`).join(' ')}`,
          `dash phase=${round(dashOffset)}bp`,
        ]
      : []),
  ];
}

export const tikzOutline = (shape: OutlineShape, pen: Pen): string =>
  `\\path[${tikzPaint(shape, pen).join(',')}] ${tikzPath(shape.commands, pen)};`;

function tikzPath(commands: readonly Command[], { at }: Pick<Pen, 'at'>): string {
  return commands
    .map((command, i) => {
      if (command[0] === 'M') return `${i === 0 ? '' : ' '}${at(command[1], command[2])}`;
      if (command[0] === 'L') return `--${at(command[1], command[2])}`;
      if (command[0] !== 'C') return '--cycle';
      const [, x1, y1, x2, y2, x, y] = command;
      return `..controls${at(x1, y1)}and${at(x2, y2)}..${at(x, y)}`;
    })
    .join('');
}

/** A mark's outline around its centre, for `\pgfdeclareplotmark`; y goes up. */
export function pgfMark({ commands, centre, fill, stroke }: OutlineShape): string {
  const point = (x: number, y: number) => `{\\pgfpoint{${round(x)}bp}{${round(y)}bp}}`;
  const drawn = mapped(commands, (x, y) => [x - centre!.x, centre!.y - y]).map((command) => {
    if (command[0] === 'M') return `\\pgfpathmoveto${point(command[1], command[2])}`;
    if (command[0] === 'L') return `\\pgfpathlineto${point(command[1], command[2])}`;
    if (command[0] !== 'C') return '\\pgfpathclose';
    const [, x1, y1, x2, y2, x, y] = command;
    return `\\pgfpathcurveto${point(x1, y1)}${point(x2, y2)}${point(x, y)}`;
  });
  return `${drawn.join('')}\\pgfusepath{${[...(fill ? ['fill'] : []), ...(stroke ? ['stroke'] : [])].join(',')}}`;
}
