import { textLine, type Piece } from '../formats/svg';

/** One of the large figures, as the page says it. */
export interface RankFigure {
  readonly value: string;
  readonly name: string;
  readonly caption: string;
  readonly colour: string;
}

/** Pixels. */
const large = 44,
  medium = 14,
  small = 13,
  apart = 40,
  inset = 14;

/** The large figures side by side, value beside name and caption. @param measure width of a text in pixels at a font size. */
export function rankFigures(
  figures: readonly RankFigure[],
  measure: (text: string, size: number, bold: boolean) => number,
): Piece[] {
  let x = 0;
  return figures.map(({ value, name, caption, colour }) => {
    const beside = measure(value, large, false) + inset;
    const width = beside + Math.max(measure(name, medium, true), measure(caption, small, false));
    const svg = [
      textLine(value, { size: large, colour, height: large }),
      `<g transform="translate(${Math.round(beside)} 2)">${textLine(name, { size: medium, colour, bold: true, height: 20 })}</g>`,
      `<g transform="translate(${Math.round(beside)} 22)">${textLine(caption, { size: small, colour, height: 20 })}</g>`,
    ].join('');
    const placed = { x, y: 0, width: Math.ceil(width), height: large, svg };
    x += Math.ceil(width) + apart;
    return placed;
  });
}
