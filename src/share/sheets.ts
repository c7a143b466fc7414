import { redraws } from '../charts/kit/redraws';
import type { TableWords } from '../charts/kit/table';
import { inHelvetica, textWidth } from '../charts/kit/text-width';
import { themeAt, type ChartTheme } from '../charts/kit/theme';
import { wrapped } from '../charts/kit/wrap';
import { closeRanks } from '../formats/svg';
import { repaints } from '../pixels/kit/repaint';
import { ProblemError } from '../problems/problem';
import { blankSheet, type Look } from '../slides/blank';
import { slideSizes, type SlideSize, type SlideSizeName } from '../slides/sizes';
import type { PlacedPicture, PlacedScene, PlacedText, Sheet } from '../slides/sheet';
import { rest, wake } from '../ui/wake';
import { drawn, findPanel, threeFigures } from './figure-files';
import { pictureWords } from './figure-pieces';
import type { FigurePanel } from '../panels/list';

/** What can be saved for slides: a panel, or the whole first screen as one figure. */
export type SlideFigure = FigurePanel | 'first';

export interface SheetOptions {
  readonly figure: SlideFigure;
  readonly size: SlideSizeName;
  readonly look: Look;
  /** Over the figure; null for none. */
  readonly title: string | null;
  /** Under it, each in lines of its own. */
  readonly notes: readonly string[];
  /** What the figure is called, for those who cannot see it. */
  readonly name: string;
  readonly tables: TableWords;
  /** Pixels of a picture to a point of the sheet. */
  readonly ratio?: number;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
type Drawn = Pick<Sheet, 'scenes' | 'pictures' | 'texts'>;

/** Pixels of a picture to a point of the sheet where nothing else is asked for: sharp at 3840 pixels on a slide. */
const usualRatio = 4;

/** Draws a figure of the page for a slide, as it is now, at the slide's size. Panels that rest are woken. @throws ProblemError where there is none. */
export async function makeSheet(options: SheetOptions): Promise<Sheet> {
  const panels = panelsOf(options.figure).map((name) => findPanel(name).element);
  panels.forEach(wake);
  try {
    return await drawn(() => sheetNow(options), panels);
  } finally {
    panels.forEach(rest);
  }
}

/** Panels that a figure is made of, each once. */
export const panelsOf = (figure: SlideFigure): readonly FigurePanel[] =>
  figure === 'first' ? ['curve', 'data', 'filters'] : [figure];

/** Points of what is saved. */
export function sizeOf({ figure, size }: Pick<SheetOptions, 'figure' | 'size'>): SlideSize {
  const { whole, ...alone }: SlideSize = slideSizes[size];
  // Charts under each other need more height than one.
  return (figure === 'first' || figure === 'training') && whole ? { ...alone, height: whole } : alone;
}

/** The same of what the panels show at this moment. */
export const sheetNow = (options: SheetOptions): Sheet => inHelvetica(() => drawnSheet(options));

function drawnSheet(options: SheetOptions): Sheet {
  const { figure, look, title, notes, name } = options;
  const size = sizeOf(options);
  const { theme, margin, inner, top, texts: heading } = blankSheet(size, look, title);
  const texts = [...heading];
  let bottom = size.height - margin;
  for (const text of notes.flatMap((note) => wrapped(note, inner, size.least)).toReversed()) {
    texts.push({ x: margin, y: bottom - 0.25 * size.least, text, size: size.least, colour: theme.muted });
    bottom -= 1.3 * size.least;
  }
  if (notes.length > 0) bottom -= 0.4 * size.least;
  const box = { x: margin, y: top, width: inner, height: bottom - top };
  const body =
    figure === 'first' ? firstScreen(box, theme, options) : panelIn(findPanel(figure).element, box, theme, options);
  if (body.scenes.length + body.pictures.length + body.texts.length === 0)
    throw new ProblemError({ kind: 'panel-empty', panel: figure === 'first' ? 'curve' : figure });
  return {
    size,
    theme,
    transparent: look === 'transparent',
    title: title ?? name,
    description: body.scenes.map(({ scene }) => scene.description).join(' '),
    scenes: body.scenes,
    pictures: body.pictures,
    texts: [...texts, ...body.texts],
  };
}

const joined = (parts: readonly Drawn[]): Drawn => ({
  scenes: parts.flatMap(({ scenes }) => scenes),
  pictures: parts.flatMap(({ pictures }) => pictures),
  texts: parts.flatMap(({ texts }) => texts),
});

/** From so many times as wide as high, spectra stand beside the curve and not under it. */
const landscape = 1.25;

/** The curve, beside or over both spectra with their ranks, and an image and some filters. */
function firstScreen(box: Box, theme: ChartTheme, options: SheetOptions): Drawn {
  const gap = 1.2 * theme.fontSize.label;
  const wide = box.width > landscape * box.height;
  const one = (name: FigurePanel, at: Box) => panelIn(findPanel(name).element, at, theme, options);
  const canvases = [...document.querySelectorAll<HTMLCanvasElement>('.one-image canvas, .hero-tiles canvas')].filter(
    ({ width, height }) => width > 1 && height > 1,
  );
  const spectrum = (name: 'data' | 'filters', at: Box): Drawn => {
    const head = headOf(name, at, theme);
    const lower = { ...at, y: at.y + head.height, height: at.height - head.height };
    return joined([one(name, lower), { scenes: [], pictures: [], texts: head.texts }]);
  };
  const half = (box.width - gap) / 2;
  if (!wide) {
    const strip = canvases.length > 0 ? 0.2 * box.height : 0;
    const curve = 0.48 * box.height;
    const below = box.y + curve + gap;
    const height = box.height - curve - strip - gap * (strip > 0 ? 2 : 1);
    return joined([
      one('curve', { ...box, height: curve }),
      spectrum('data', { x: box.x, y: below, width: half, height }),
      spectrum('filters', { x: box.x + half + gap, y: below, width: half, height }),
      picturesIn(canvases, { ...box, y: box.y + box.height - strip, height: strip }, theme, options),
    ]);
  }
  const left = Math.round(0.56 * box.width),
    x = box.x + left + gap,
    width = box.width - left - gap;
  const strip = canvases.length > 0 ? 0.24 * box.height : 0;
  const height = (box.height - strip - gap * (strip > 0 ? 2 : 1)) / 2;
  return joined([
    one('curve', { ...box, width: left }),
    spectrum('data', { x, y: box.y, width, height }),
    spectrum('filters', { x, y: box.y + height + gap, width, height }),
    picturesIn(canvases, { x, y: box.y + box.height - strip, width, height: strip }, theme, options),
  ]);
}

/** What the page writes over a spectrum: whose it is, and its rank. */
function headOf(
  name: 'data' | 'filters',
  { x, y, width }: Box,
  theme: ChartTheme,
): { texts: PlacedText[]; height: number } {
  const head = document.querySelector(`[data-panel="${name}"] .spectrum-head`);
  const said = (part: string) => head?.querySelector(part)?.textContent ?? '';
  const size = theme.fontSize.label;
  const colour = theme[name].text;
  const value = said('.value');
  const room = width - textWidth(value, 1.25 * size, true) - size;
  const lines = wrapped(said('.name'), room, size);
  const texts: PlacedText[] = lines.map((text, i) => ({
    x,
    y: y + (1 + 1.2 * i) * size,
    text,
    size,
    bold: true,
    colour,
  }));
  texts.push({ x: x + width, y: y + size, text: value, size: 1.25 * size, bold: true, colour, anchor: 'end' });
  return { texts, height: (1.2 * lines.length + 0.5) * size };
}

/** Pictures side by side, each as large as there is room. */
function picturesIn(
  canvases: readonly HTMLCanvasElement[],
  box: Box,
  theme: ChartTheme,
  { ratio = usualRatio, size }: SheetOptions,
): Drawn {
  const sizes = canvases.map((canvas) => canvas.getBoundingClientRect());
  const gap = 1.2 * theme.fontSize.label;
  let x = box.x;
  const pictures = canvases.map((canvas, i) => {
    const { width, height } = sizes[i]!;
    const scale = Math.min((box.x + box.width - x) / width, box.height / height);
    const placed = { x, y: box.y + (box.height - height * scale) / 2, width: width * scale, height: height * scale };
    x += placed.width + gap;
    return { ...placed, canvas: repainted(canvas, ratio, scale, theme, size) };
  });
  return { scenes: [], pictures, texts: [] };
}

/** Of what is written in a picture, in pixels of the page: larger would not stay beside what it names. */
const largestName = 20;

/** @param ratio pixels to a point. @param scale points to a pixel of the page. */
function repainted(
  canvas: HTMLCanvasElement,
  ratio: number,
  scale: number,
  theme: ChartTheme,
  size: SlideSizeName,
): HTMLCanvasElement {
  const repaint = repaints.get(canvas);
  if (!repaint) return canvas;
  const copy = document.createElement('canvas');
  const name = Math.min(largestName, Math.max(theme.fontSize.tick, slideSizes[size].least / scale));
  repaint(copy, ratio * scale, themeAt(theme, (theme.magnified * name) / theme.fontSize.tick));
  return copy;
}

/** A panel's charts drawn anew for a box; with pictures, all of it in the page's own proportions. */
function panelIn(
  panel: Element,
  box: Box,
  theme: ChartTheme,
  { figure, tables, ratio = usualRatio, size: paper }: SheetOptions,
): Drawn {
  if (figure === 'figures') return ranksIn(panel, box, theme);
  const elements = [
    ...[...panel.querySelectorAll<SVGSVGElement>('svg.chart')].filter(
      (svg) => redraws.has(svg) && svg.querySelector('g > *'),
    ),
    ...[...panel.querySelectorAll('canvas')].filter(({ width, height }) => width > 1 && height > 1),
  ];
  const hasPictures = elements.some((element) => element instanceof HTMLCanvasElement);
  const words = hasPictures ? [...panel.querySelectorAll<HTMLElement>(pictureWords)] : [];
  const placed = closeRanks(
    [...elements, ...words].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height, element };
    }),
  );
  const width = Math.max(1, ...placed.map((each) => each.x + each.width)),
    height = Math.max(1, ...placed.map((each) => each.y + each.height));
  const scaleX = hasPictures ? Math.min(box.width / width, box.height / height) : box.width / width,
    scaleY = hasPictures ? scaleX : box.height / height;
  const left = box.x + (box.width - width * scaleX) / 2;
  const scenes: PlacedScene[] = [],
    pictures: PlacedPicture[] = [],
    texts: PlacedText[] = [];
  for (const { element, ...at } of placed) {
    const x = left + at.x * scaleX,
      y = box.y + at.y * scaleY;
    const size = { width: at.width * scaleX, height: at.height * scaleY };
    if (element instanceof HTMLCanvasElement)
      pictures.push({ x, y, ...size, canvas: repainted(element, ratio, scaleX, theme, paper) });
    else if (element instanceof SVGSVGElement) {
      const redraw = redraws.get(element)!;
      scenes.push({ x, y, scene: redraw.scene(size, theme), table: redraw.table(tables) });
    } else {
      const { fontSize, fontWeight, textAlign } = getComputedStyle(element);
      const type = Math.max(slideSizes[paper].least, Number.parseFloat(fontSize) * scaleX);
      const centred = textAlign === 'center';
      texts.push({
        x: centred ? x + size.width / 2 : x,
        y: y + size.height / 2 + 0.36 * type,
        text: element.textContent,
        size: type,
        bold: Number(fontWeight) >= 600,
        colour: theme.ink,
        anchor: centred ? 'middle' : 'start',
      });
    }
  }
  return { scenes, pictures, texts };
}

/** The three ranks as large figures, under each other. */
function ranksIn(panel: Element, box: Box, theme: ChartTheme): Drawn {
  const roles = ['clean', 'data', 'filters'] as const;
  const figures = threeFigures(panel);
  const row = box.height / Math.max(1, figures.length);
  const large = Math.min(0.62 * row, 6 * theme.fontSize.label);
  const beside = Math.max(...figures.map(({ value }) => textWidth(value, large, true))) + 0.4 * large;
  const texts = figures.flatMap(({ value, name, caption }, i): PlacedText[] => {
    const hue = theme[roles[i] ?? 'filters'];
    const { label, tick } = theme.fontSize;
    const middle = box.y + (i + 0.5) * row;
    return [
      { x: box.x, y: middle + 0.36 * large, text: value, size: large, bold: true, colour: hue.text },
      { x: box.x + beside, y: middle - 0.1 * label, text: name, size: 1.3 * label, bold: true, colour: hue.text },
      { x: box.x + beside, y: middle + 1.2 * tick, text: caption, size: tick, colour: theme.muted },
    ];
  });
  return { scenes: [], pictures: [], texts };
}
