import { fileName } from './file-names';
import { isRelevant } from '../experiment/relevance';
import type { Science } from '../experiment/parameters';
import { writeRun } from '../experiment/runs';
import { part } from '../loading/part';
import { ProblemError } from '../problems/problem';
import { longestSide, paintSheet } from '../slides/paint';
import { pngBytes } from '../slides/png';
import type { Sheet } from '../slides/sheet';
import type { SlideSize } from '../slides/sizes';

const written = { said: true, forActs: true } as const;
const svg = part(() => import('../slides/write-svg'), written),
  tikz = part(() => import('../slides/write-tikz'), written),
  pdf = part(() => import('../slides/write-pdf'), written),
  wordPictures = part(() => import('../slides/word-picture'), written);

export const stillFormats = ['svg', 'pdf', 'tex', 'png-1920', 'png-3840'] as const;
export type StillFormat = (typeof stillFormats)[number];

/** A figure as a file of its format. @throws ProblemError where the format cannot hold it. */
export async function slideFile(sheet: Sheet, format: StillFormat): Promise<Blob> {
  switch (format) {
    case 'svg':
      return new Blob([(await svg()).writeSvg(sheet)], { type: 'image/svg+xml' });
    case 'tex':
      return new Blob([(await tikz()).writeTikz(sheet)], { type: 'application/x-tex' });
    case 'pdf': {
      const [{ writePdf }, { wordPicture }] = await Promise.all([pdf(), wordPictures()]);
      const write = writePdf(sheet, (word) => wordPicture(word, sheet.theme.fontFamily));
      return new Blob([write], { type: 'application/pdf' });
    }
    case 'png-1920':
      return slidePng(sheet, longestSide / 2);
    case 'png-3840':
      return slidePng(sheet, longestSide);
  }
}

/** @param side pixels of the longer side. */
function slidePng(sheet: Sheet, side: number): Blob {
  const canvas = document.createElement('canvas');
  const { width, height } = sheet.size;
  // Whole and even, and never more than asked for.
  paintSheet(canvas, sheet, 2 * Math.floor((side * Math.min(1, width / height)) / 2));
  return pngOf(canvas, sheet.size);
}

/** What a canvas shows of a sheet, as wide on paper as the sheet. @param width points. */
export function pngOf(canvas: HTMLCanvasElement, { width }: Pick<SlideSize, 'width'>): Blob {
  return new Blob([pngBytes(canvas, (72 * canvas.width) / width)], { type: 'image/png' });
}

/** Puts a figure into the clipboard as a picture. @throws ProblemError where the browser has no such thing or refuses. */
export async function copyPicture(make: () => Promise<Sheet>): Promise<void> {
  if (typeof ClipboardItem === 'undefined' || !navigator.clipboard?.write)
    throw new ProblemError({ kind: 'no-clipboard' });
  // A promise, as Safari asks to be told within the click.
  const picture = make().then((sheet) => slidePng(sheet, longestSide / 2));
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  } catch (cause) {
    // What the figure itself failed of comes first.
    await picture;
    throw new ProblemError({ kind: 'clipboard-refused' }, { cause });
  }
}

/** The parameters by which a run is told from others: the three sliders, and whatever is not the default. */
export function parameterLine(science: Science): string {
  const written = writeRun(science);
  const others = written === 'default' ? [] : written.split(',').map((pair) => pair.split(':') as [string, string]);
  const named = new Map<string, string>([
    ...(isRelevant('k', science) ? [['2K', String(2 * science.k)] as const] : []),
    ['σ', String(science.sigma)],
    ['m', String(science.m)],
    ...others.filter(([key]) => !['k', 'sigma', 'm'].includes(key)),
  ]);
  return [...named].map(([key, value]) => `${key} = ${value}`).join(',  ');
}

/** The name of a figure's file. */
export const slideName = (science: Science, figure: string, size: string, extension: string): string =>
  fileName(science, `${figure}-${size}`, extension);
