import type { Point } from '../charts/kit/polyline';
import type { Attributes, Layer, Mark, Scene } from '../charts/kit/scene';
import { parsePath, turned, type Command } from './path';

/** What is painted with: null where it is not. Widths and dashes in points. */
interface Paint {
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly width: number;
  readonly dash: readonly number[];
  readonly dashOffset: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
}

export interface OutlineShape extends Paint {
  readonly kind: 'outline';
  readonly commands: readonly Command[];
  /** Of a mark that stands at a point; null for lines and areas. */
  readonly centre: Point | null;
}

export interface TextShape {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly fill: string;
  /** A margin of this colour around the letters, drawn under them. */
  readonly halo: { readonly colour: string; readonly width: number } | null;
}

export type Shape = OutlineShape | TextShape;

/** What is moved on the page, and means nothing on paper: tracks, but for one that is the only axis, and what lies or runs on them. */
function isControl({ layers }: Scene, { name, shape }: Layer, { key }: Mark): boolean {
  if (name === 'track') return key !== 'whole' || layers.some((layer) => layer.name === 'axis');
  return name === 'hatch' || (name === 'handle' && shape === 'circle');
}

/** A scene's marks, back to front, each with all that applies to it and at its place: what every writer draws. */
export function shapesOf(scene: Scene): Shape[] {
  return scene.layers.flatMap((layer) => layerShapes(scene, layer));
}

export function layerShapes(scene: Scene, layer: Layer): Shape[] {
  return layer.marks.filter((mark) => !isControl(scene, layer, mark)).flatMap((mark) => shapeOf(scene, layer, mark));
}

function shapeOf(scene: Scene, layer: Layer, mark: Mark): Shape[] {
  const all: Attributes = { ...scene.attributes, ...layer.attributes, ...mark.attributes };
  const number = (name: string, otherwise = 0) => Number(all[name] ?? otherwise);
  const [dx, dy] = translation(all['transform']);
  const [, angle = 0] = /rotate\(\s*([-\d.e]+)\s*\)/.exec(String(all['transform'] ?? '')) ?? [];
  const fill = colourOf(all['fill']),
    stroke = colourOf(all['stroke']);
  if (layer.shape === 'text') {
    if (!mark.text || !fill) return [];
    return [
      {
        kind: 'text',
        x: number('x') + dx,
        y: number('y') + dy,
        text: mark.text,
        size: number('font-size', 13),
        bold: number('font-weight', 400) >= 600,
        anchor: (all['text-anchor'] ?? 'start') as TextShape['anchor'],
        fill,
        halo: stroke ? { colour: stroke, width: number('stroke-width', 1) } : null,
      },
    ];
  }
  const commands = turned(outline(layer.shape, all, number, dx, dy), Number(angle), dx, dy);
  const isLine = layer.shape === 'line';
  if (commands.length === 0 || (!stroke && (!fill || isLine))) return [];
  return [
    {
      kind: 'outline',
      commands,
      centre:
        layer.shape === 'circle'
          ? { x: number('cx') + dx, y: number('cy') + dy }
          : all['transform'] === undefined
            ? null
            : { x: dx, y: dy },
      fill: isLine ? null : fill,
      stroke,
      width: number('stroke-width', 1),
      dash: String(all['stroke-dasharray'] ?? '')
        .split(/[\s,]+/)
        .filter((part) => part !== '' && part !== 'none')
        .map(Number),
      dashOffset: number('stroke-dashoffset'),
      cap: (all['stroke-linecap'] ?? 'butt') as Paint['cap'],
      join: (all['stroke-linejoin'] ?? 'miter') as Paint['join'],
    },
  ];
}

function outline(
  shape: Exclude<Layer['shape'], 'text'>,
  all: Attributes,
  number: (name: string) => number,
  dx: number,
  dy: number,
): Command[] {
  switch (shape) {
    case 'path':
      return parsePath(String(all['d'] ?? ''), dx, dy);
    case 'line':
      return [
        ['M', number('x1') + dx, number('y1') + dy],
        ['L', number('x2') + dx, number('y2') + dy],
      ];
    case 'rect': {
      const [x, y, width, height] = [number('x') + dx, number('y') + dy, number('width'), number('height')];
      if (!(width > 0 && height > 0)) return [];
      const radius = Math.min(number('rx'), width / 2, height / 2);
      return radius > 0
        ? roundedRect(x, y, width, height, radius)
        : [['M', x, y], ['L', x + width, y], ['L', x + width, y + height], ['L', x, y + height], ['Z']];
    }
    case 'circle': {
      const [x, y, r] = [number('cx') + dx, number('cy') + dy, number('r')];
      return r > 0 ? parsePath(`M${x - r},${y}a${r},${r} 0 1 1 ${2 * r},0a${r},${r} 0 1 1 ${-2 * r},0Z`, 0, 0) : [];
    }
  }
}

function roundedRect(x: number, y: number, width: number, height: number, r: number): Command[] {
  const corner = (dx: number, dy: number) => `a${r},${r} 0 0 1 ${dx},${dy}`;
  const top = `M${x + r},${y}h${width - 2 * r}${corner(r, r)}v${height - 2 * r}${corner(-r, r)}`;
  return parsePath(`${top}h${2 * r - width}${corner(-r, -r)}v${2 * r - height}${corner(r, -r)}Z`, 0, 0);
}

function translation(transform: string | number | undefined): [number, number] {
  const found = /translate\(\s*([-\d.e]+)[\s,]+([-\d.e]+)\s*\)/.exec(String(transform ?? ''));
  return found ? [Number(found[1]), Number(found[2])] : [0, 0];
}

const colourOf = (value: string | number | undefined): string | null =>
  value === undefined || value === 'none' || value === 'transparent' ? null : String(value);

/** A colour's red, green and blue, 0…255: `#rgb`, `#rrggbb` and `rgb(…)`, which is all that charts write. */
export function rgb(colour: string): [red: number, green: number, blue: number] {
  const short = /^#(.)(.)(.)$/.exec(colour);
  const hex = short ? `#${[1, 2, 3].map((i) => short[i]!.repeat(2)).join('')}` : colour;
  if (hex.startsWith('#')) return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as never;
  const [r = 0, g = 0, b = 0] = (hex.match(/[\d.]+/g) ?? []).map(Number);
  return [r, g, b];
}
