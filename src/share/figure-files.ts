import { panelNames } from '../experiment/parameters';
import { svgDocument } from '../formats/svg';
import { hasFigure, panelOf, type FigurePanel } from '../panels/list';
import { ProblemError } from '../problems/problem';
import { piecesOf } from './figure-pieces';
import { pngOf } from './png';
import { rankFigures, type RankFigure } from './rank-figures';
import { rest, wake } from '../ui/wake';

/** A panel's figure as text: an SVG file, or a PNG as a data URL. Rejects with a ProblemError for unknown or absent panels. */
export type TakeSnapshot = (panel: string, format: 'svg' | 'png') => Promise<string>;

/** Pixels to a pixel in the pictures of an SVG, which may be enlarged; on a sharper screen more. */
const pictureRatio = 3;
/** How long a panel may take to draw itself, in ms. */
const patience = 10_000;

/** Takes snapshots of figures. @param title of a figure that has no name of its own, the three ranks, in the language of the page as it is then. */
export function createSnapshots(title: () => Promise<string>): TakeSnapshot {
  return async (panel, format) => {
    const scale = format === 'svg' ? pictureRatio : 2;
    const figure = await figureSvg(panel, await title(), scale);
    return format === 'svg' ? figure.text : asDataUrl(await pngOf(figure, scale));
  };
}

/** The figure of a panel as it is on the page now, as a stand-alone SVG. @throws ProblemError where there is none. */
async function figureSvg(
  panel: string,
  title: string,
  scale: number,
): Promise<{ text: string; width: number; height: number }> {
  const { element, saves } = findPanel(panel);
  const body = getComputedStyle(document.body);
  wake(element);
  try {
    const pieces = await drawn(
      () =>
        saves === 'ranks'
          ? rankFigures(threeFigures(element), measureIn(body.fontFamily))
          : piecesOf(element, Math.max(scale, window.devicePixelRatio)),
      [element],
    );
    if (pieces.length === 0) throw new ProblemError({ kind: 'panel-empty', panel });
    const labels = [...element.querySelectorAll('svg.chart[aria-label], canvas[aria-label]')];
    return svgDocument({
      title: labels[0]?.getAttribute('aria-label') ?? title,
      description: [
        ...[...element.querySelectorAll('svg.chart > desc, [data-figure]')].map(({ textContent }) =>
          textContent.trim(),
        ),
        ...[...element.querySelectorAll('canvas[aria-label]')].map((canvas) => canvas.getAttribute('aria-label')!),
      ].join(' '),
      background: body.backgroundColor,
      fontFamily: body.fontFamily,
      pieces,
    });
  } finally {
    rest(element);
  }
}

/** Panels of the page, in the order of the table, that have a figure. */
export function figurePanels(): FigurePanel[] {
  return panelNames.filter(
    (name): name is FigurePanel => hasFigure(name) && document.querySelector(`[data-panel="${name}"]`) !== null,
  );
}

export function findPanel(panel: string): { element: HTMLElement; saves: 'drawing' | 'ranks' } {
  const name = panelNames.find((each) => each === panel);
  if (!name) throw new ProblemError({ kind: 'unknown-panel', panel: panel.slice(0, 40), panels: panelNames });
  const { saves } = panelOf(name);
  if (saves === 'nothing') throw new ProblemError({ kind: 'panel-is-table', panel });
  const element = document.querySelector<HTMLElement>(`[data-panel="${name}"]`);
  if (!element) throw new ProblemError({ kind: 'panel-absent', panel });
  return { element, saves };
}

/** Gives a woken panel time to be laid out and to draw what it shows now: three frames, and longer where it says that it is busy. */
export async function drawn<Taken>(take: () => Taken, elements: readonly Element[]): Promise<Taken> {
  const began = performance.now();
  for (let frames = 0; ; frames++) {
    await nextFrame();
    if (frames < 3) continue;
    const waiting = elements.some((element) => element.querySelector('[aria-busy="true"]') !== null);
    if (!waiting || performance.now() - began > patience) return take();
  }
}

/** A hidden page paints no frames. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
}

/** The large figures as the panel says them. */
export function threeFigures(panel: Element): RankFigure[] {
  return [...panel.querySelectorAll<HTMLElement>('[data-figure]')].map((figure) => {
    const said = (part: string) => figure.querySelector(part)?.textContent ?? '';
    return {
      value: said('.value'),
      name: said('.name'),
      caption: said('.caption'),
      colour: getComputedStyle(figure).color,
    };
  });
}

function measureIn(fontFamily: string): (text: string, size: number, bold: boolean) => number {
  const context = document.createElement('canvas').getContext('2d');
  return (text, size, bold) => {
    if (!context) return 0.6 * size * text.length;
    context.font = `${bold ? '700 ' : ''}${size}px ${fontFamily}`;
    return context.measureText(text).width;
  };
}

function asDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(reader.error ?? new ProblemError({ kind: 'picture-unread' })));
    reader.readAsDataURL(blob);
  });
}
