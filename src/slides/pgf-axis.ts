import { bend, stepAtShare, type Run } from '../charts/kit/scales';
import type { Layer, Scene } from '../charts/kit/scene';
import type { Command } from './path';
import { layerShapes, type OutlineShape, type TextShape } from './shapes';
import type { PlacedScene } from './sheet';
import { texText } from './tex-text';
import { pgfMark, round, texFont, tikzOutline, tikzPaint, tikzText, type Pen } from './tikz';

type Axes = NonNullable<Scene['axes']>;

/** Five digits: as exact as what is drawn. */
const digits = (value: number) => String(Number(value.toPrecision(5)));

/** The value that stands at a pixel. */
function valueAt({ evenly, from, to, start, end }: Run, pixel: number): number {
  const share = (pixel - start) / (end - start);
  if (evenly === 'log') return from * (to / from) ** share;
  return evenly === 'steps' ? stepAtShare(share, to) : from + share * (to - from);
}

/** Layers whose outlines are samples, and no data, though they are paths. */
const plain: ReadonlySet<string> = new Set(['samples', 'key-samples']);

/**
 * A chart with one plot as an `axis` of PGFPlots: its limits, numbers and grid are the axis's own, lines, marks and bars are
 * `\addplot` with their values, everything else stands at places of the axis.
 * @param height of the sheet, in points.
 */
export function pgfAxis({ x, y, scene }: PlacedScene, axes: Axes, height: number, { colour, mark }: Pen): string[] {
  const { plot } = axes;
  const place = (u: number, v: number) => `${digits(valueAt(axes.x, u))},${digits(valueAt(axes.y, v))}`;
  const pen: Pen = { colour, mark, at: (u, v) => `(axis cs:${place(u, v)})` };
  const ticks = { x: ticksOf(scene, 'x'), y: ticksOf(scene, 'y') };
  const gridLines = shapesIn(scene, 'grid');
  const hasGrid = gridLines.length > 0 && gridLines.length === ticks.y?.length;
  const line = shapesIn(scene, 'axis')[0];
  const asAxis = new Set([
    ...(hasGrid ? ['grid'] : []),
    ...(line ? ['axis'] : []),
    ...(ticks.x ? ['x-ticks'] : []),
    ...(ticks.y ? ['y-ticks'] : []),
  ]);
  const options = [
    `at={(${round(x + plot.left)}bp,${round(height - y - plot.bottom)}bp)}`,
    'anchor=south west',
    'scale only axis',
    `width=${round(plot.right - plot.left)}bp`,
    `height=${round(plot.bottom - plot.top)}bp`,
    ...limits('x', axes.x, plot.left, plot.right),
    ...limits('y', axes.y, plot.bottom, plot.top),
    'clip=false',
    'log origin=infty',
    'unbounded coords=jump',
    'axis x line*=bottom',
    'axis y line*=left',
    'y axis line style={draw=none}',
    `x axis line style={${line ? tikzPaint(line, pen).join(',') : 'draw=none'}}`,
    'major tick length=0pt',
    'minor tick length=0pt',
    ...(hasGrid ? ['ymajorgrids', `major grid style={${tikzPaint(gridLines[0]!, pen).join(',')}}`] : []),
    ...tickOptions('x', ticks.x, axes, pen),
    ...tickOptions('y', ticks.y, axes, pen),
  ];
  return [
    `% ${scene.name.replaceAll(/\s+/g, ' ')}`,
    `\\begin{axis}[\n  ${options.join(',\n  ')}]`,
    ...scene.layers.filter(({ name }) => !asAxis.has(name)).flatMap((layer) => drawn(scene, layer, axes, place, pen)),
    '\\end{axis}',
  ];
}

function limits(name: 'x' | 'y', axis: Run, low: number, high: number): string[] {
  return [
    `${name}min=${digits(valueAt(axis, low))}`,
    `${name}max=${digits(valueAt(axis, high))}`,
    ...(axis.evenly === 'log' ? [`${name}mode=log`] : []),
    ...(axis.evenly === 'steps'
      ? [
          `${name} coord trafo/.code={\\pgfmathparse{ln(1+(#1)/${bend})}}`,
          `${name} coord inv trafo/.code={\\pgfmathparse{${bend}*(exp(#1)-1)}}`,
        ]
      : []),
  ];
}

const shapesIn = (scene: Scene, name: string): OutlineShape[] =>
  scene.layers
    .filter((layer) => layer.name === name)
    .flatMap((layer) => layerShapes(scene, layer))
    .filter((shape) => shape.kind === 'outline');

/** The numbers of an axis where all are of one look and in one row or column; null where they are not. */
function ticksOf(scene: Scene, name: 'x' | 'y'): readonly TextShape[] | null {
  const layer = scene.layers.find((each) => each.name === `${name}-ticks`);
  const texts = layer ? layerShapes(scene, layer).filter((shape) => shape.kind === 'text') : [];
  const looks = new Set(
    texts.map(({ size, bold, anchor, fill, x, y }) => [size, bold, anchor, fill, name === 'x' ? y : x].join()),
  );
  return looks.size === 1 ? texts : null;
}

function tickOptions(
  name: 'x' | 'y',
  ticks: readonly TextShape[] | null,
  { plot, x, y }: Axes,
  { colour }: Pen,
): string[] {
  if (!ticks) return [`${name}tick=\\empty`];
  const { size, bold, fill, anchor, x: left, y: base } = ticks[0]!;
  const said = (text: string) => Number(text.replace('−', '-') || Number.NaN);
  const values = ticks.map(({ text, ...at }) => {
    // Numbers stand on whole pixels: what they say is nearer.
    const found = name === 'x' ? valueAt(x, at.x) : valueAt(y, at.y - 0.36 * size);
    return Number.isNaN(said(text)) ? found : said(text);
  });
  const shift =
    name === 'x'
      ? `anchor=${anchor === 'middle' ? 'base' : `base ${anchor === 'start' ? 'west' : 'east'}`},yshift=-${round(base - plot.bottom)}bp`
      : `anchor=base east,xshift=-${round(plot.left - left)}bp,yshift=-${round(0.36 * size)}bp`;
  return [
    `${name}tick={${values.map(digits).join(',')}}`,
    `${name}ticklabels={${ticks.map(({ text }) => `{${texText(text)}}`).join(',')}}`,
    `${name}ticklabel style={${shift},inner sep=0pt,font=${texFont(size, bold)},text=${colour(fill)}}`,
  ];
}

interface Plot {
  readonly head: string;
  readonly coordinates: string[];
  readonly tail: string;
}

/** A layer's shapes: marks of one look and pieces that run on as one plot each. */
function drawn(scene: Scene, layer: Layer, axes: Axes, place: (u: number, v: number) => string, pen: Pen): string[] {
  const isData = (layer.shape === 'path' || layer.shape === 'circle') && !plain.has(layer.name);
  const plots: Plot[] = [];
  const result = layerShapes(scene, layer).flatMap((shape): (string | Plot)[] => {
    if (shape.kind === 'text') return [tikzText(shape, pen)];
    const one = isData ? plotOf(shape, axes, place, pen) : null;
    if (!one) return [tikzOutline(shape, pen)];
    const last = plots.at(-1);
    if (last?.head === one.head && last.tail === one.tail && joins(last.coordinates, one.coordinates, shape)) return [];
    plots.push(one);
    return [one];
  });
  const written = result.map((each) =>
    typeof each === 'string'
      ? each
      : `${each.head} coordinates {${each.coordinates.map((at) => `(${at})`).join(' ')}}${each.tail};`,
  );
  return written.length > 0 && isData ? [`% ${layer.name}`, ...written] : written;
}

/** Adds a plot's coordinates to those before it, where they are marks alone or go on where those end. */
function joins(before: string[], next: readonly string[], { centre }: OutlineShape): boolean {
  if (centre) return before.push(...next) > 0;
  return before.at(-1) === next[0] && before.push(...next.slice(1)) > 0;
}

function plotOf(
  shape: OutlineShape,
  { plot, x }: Axes,
  place: (u: number, v: number) => string,
  pen: Pen,
): Plot | null {
  const { commands, centre } = shape;
  const paint = tikzPaint(shape, pen);
  if (centre)
    return {
      head: `\\addplot[only marks,mark=${pen.mark(pgfMark(shape))},mark options={solid,${paint.join(',')}}]`,
      coordinates: [place(centre.x, centre.y)],
      tail: '',
    };
  if (commands.some(([kind]) => kind === 'C')) return null;
  const parts = partsOf(commands);
  const bars = parts.map((part) => barOf(part, plot.bottom));
  if (bars.every((bar) => bar !== null)) {
    const width = bars.reduce((sum, bar) => sum + bar.width, 0) / bars.length;
    return {
      head: `\\addplot[ybar,bar shift=0pt,bar width=${round(width)}bp,${paint.join(',')}]`,
      // Bars are drawn on whole pixels, and mean whole places.
      coordinates: bars.map(
        ({ middle, top }) => `${digits(Math.round(valueAt(x, middle)))},${place(middle, top).split(',')[1]!}`,
      ),
      tail: '',
    };
  }
  const closed = parts.every((part) => part.closed);
  if ((closed || shape.fill) && parts.length > 1) return null;
  return {
    head: `\\addplot[no marks,${paint.join(',')}]`,
    coordinates: parts.flatMap(({ points }, i) => [
      ...(i > 0 ? ['nan,nan'] : []),
      ...points.map(([u, v]) => place(u, v)),
    ]),
    tail: closed ? ' -- cycle' : '',
  };
}

interface Part {
  readonly points: (readonly [x: number, y: number])[];
  closed: boolean;
}

function partsOf(commands: readonly Command[]): Part[] {
  const parts: Part[] = [];
  for (const command of commands) {
    if (command[0] === 'M') parts.push({ points: [], closed: false });
    const part = parts.at(-1)!;
    if (command[0] === 'Z') part.closed = true;
    else part.points.push([command[1]!, command[2]!]);
  }
  return parts;
}

/** A bar that stands on the axis. */
function barOf({ points, closed }: Part, bottom: number): { middle: number; width: number; top: number } | null {
  const [a, b, c, d] = points;
  if (!closed || points.length !== 4 || !a || !b || !c || !d) return null;
  const stands = a[1] === bottom && d[1] === bottom && a[0] === b[0] && c[0] === d[0] && b[1] === c[1];
  return stands ? { middle: (a[0] + c[0]) / 2, width: Math.abs(c[0] - a[0]), top: b[1] } : null;
}
