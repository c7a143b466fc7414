import { jsPDF } from 'jspdf';
import bold from './fonts/sans-bold.ttf?inline';
import regular from './fonts/sans-regular.ttf?inline';
import { rgb, shapesOf, type OutlineShape, type TextShape } from './shapes';
import { pngDataUrl } from './png';
import type { Sheet } from './sheet';

/** The name that the fonts have in `src/slides/fonts`. */
const family = 'RankSans';
/** What can be written in the embedded fonts: all that charts say in Latin letters, `scripts/subset-slide-fonts.sh`, with raised and lowered figures. */
const inFont =
  /^[\u0020-\u007e\u00a0-\u00ff\u0391-\u03c9\u2010-\u2026\u2032\u2070\u2074-\u208e\u2190-\u2193\u2202\u220f\u2211\u2212\u221a\u221e\u2248\u2260\u2264\u2265]*$/;

/** Draws a text that the fonts lack the letters of, as a picture; see `wordPicture`. */
export type PaintWord = (shape: TextShape) => {
  readonly canvas: HTMLCanvasElement;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A PDF file of one page as large as the sheet: lines as lines, words as words in fonts that are in the file. */
export function writePdf(sheet: Sheet, paintWord: PaintWord): ArrayBuffer {
  const { width, height } = sheet.size;
  const pdf = new jsPDF({
    unit: 'pt',
    format: [width, height],
    orientation: width > height ? 'l' : 'p',
    compress: true,
    putOnlyUsedFonts: true,
  });
  pdf.setProperties({ title: sheet.title, subject: sheet.description });
  for (const [style, data] of [
    ['normal', regular],
    ['bold', bold],
  ] as const) {
    pdf.addFileToVFS(`${style}.ttf`, data.slice(data.indexOf(',') + 1));
    pdf.addFont(`${style}.ttf`, family, style);
  }
  if (!sheet.transparent) {
    pdf.setFillColor(...rgb(sheet.theme.background));
    pdf.rect(0, 0, width, height, 'F');
  }
  for (const { canvas, x, y, width, height } of sheet.pictures)
    pdf.addImage(pngDataUrl(canvas), 'PNG', x, y, width, height);
  for (const { x, y, scene } of sheet.scenes)
    for (const shape of shapesOf(scene)) {
      if (shape.kind === 'text') drawText(pdf, { ...shape, x: shape.x + x, y: shape.y + y }, paintWord);
      else drawOutline(pdf, shape, x, y);
    }
  for (const { size, bold = false, colour, anchor = 'start', x, y, text } of sheet.texts)
    drawText(pdf, { kind: 'text', x, y, text, size, bold, anchor, fill: colour, halo: null }, paintWord);
  return named(pdf.output('arraybuffer'));
}

/** jsPDF calls the identity's collection “Identity-H”, which is the name of its encoding and which poppler complains about; as long as before, so that no place in the file moves. */
function named(file: ArrayBuffer): ArrayBuffer {
  const bytes = new Uint8Array(file);
  const wrong = [...'/Ordering (Identity-H)'].map((letter) => letter.charCodeAt(0)),
    right = [...'/Ordering (Identity)  '].map((letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(wrong[0]!); at >= 0; at = bytes.indexOf(wrong[0]!, at + 1))
    if (wrong.every((code, i) => bytes[at + i] === code)) bytes.set(right, at);
  return file;
}

function drawText(pdf: jsPDF, shape: TextShape, paintWord: PaintWord): void {
  const { x, y, text, size, bold, anchor, fill, halo } = shape;
  if (!inFont.test(text)) {
    const word = paintWord(shape);
    pdf.addImage(pngDataUrl(word.canvas), 'PNG', word.x, word.y, word.width, word.height);
    return;
  }
  pdf.setFont(family, bold ? 'bold' : 'normal');
  const runs = runsOf(text).map((run) => ({ ...run, width: pdf.setFontSize(run.scale * size).getTextWidth(run.text) }));
  const width = runs.reduce((sum, run) => sum + run.width, 0);
  const write = (renderingMode: 'stroke' | 'fill') => {
    let left = x - width * { start: 0, middle: 0.5, end: 1 }[anchor];
    for (const run of runs) {
      pdf.setFontSize(run.scale * size).text(run.text, left, y + run.down * size, { renderingMode });
      left += run.width;
    }
  };
  if (halo) {
    pdf.setDrawColor(...rgb(halo.colour)).setLineWidth(halo.width);
    pdf.setLineDashPattern([], 0).setLineJoin('round');
    write('stroke');
  }
  pdf.setTextColor(...rgb(fill));
  write('fill');
}

/** Superscripts and subscripts, which the fonts lack, beside the letters that are raised or lowered in their place. */
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾',
  lowered = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎',
  plain = '0123456789+−=()';

/** A text in pieces, each with its size and how far below the line it stands, as parts of the size of the text. */
export function runsOf(text: string): { readonly text: string; readonly scale: number; readonly down: number }[] {
  const spelt = (letters: string, of: string) => [...letters].map((letter) => plain[of.indexOf(letter)]).join('');
  return (text.match(new RegExp(`[${raised}]+|[${lowered}]+|[^${raised}${lowered}]+`, 'g')) ?? []).map((run) => {
    if (raised.includes(run[0]!)) return { text: spelt(run, raised), scale: 0.65, down: -0.36 };
    if (lowered.includes(run[0]!)) return { text: spelt(run, lowered), scale: 0.65, down: 0.14 };
    return { text: run, scale: 1, down: 0 };
  });
}

function drawOutline(
  pdf: jsPDF,
  { commands, fill, stroke, width, dash, dashOffset, cap, join }: OutlineShape,
  dx: number,
  dy: number,
): void {
  for (const command of commands) {
    if (command[0] === 'M') pdf.moveTo(command[1] + dx, command[2] + dy);
    else if (command[0] === 'L') pdf.lineTo(command[1] + dx, command[2] + dy);
    else if (command[0] === 'C') {
      const [, x1, y1, x2, y2, x, y] = command;
      pdf.curveTo(x1 + dx, y1 + dy, x2 + dx, y2 + dy, x + dx, y + dy);
    } else pdf.close();
  }
  if (fill) pdf.setFillColor(...rgb(fill));
  if (stroke) {
    pdf.setDrawColor(...rgb(stroke)).setLineWidth(width);
    pdf.setLineDashPattern([...dash], dashOffset);
    pdf.setLineCap(cap === 'square' ? 'projecting' : cap).setLineJoin(join);
  }
  if (fill && stroke) pdf.fillStroke();
  else if (fill) pdf.fill();
  else pdf.stroke();
}
