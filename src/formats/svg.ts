/** A part of a figure, with its place on the page in CSS pixels and what it looks like as SVG, its own corner at 0, 0. */
export interface Piece {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

export interface SvgDocument {
  readonly title: string;
  readonly description: string;
  /** A colour, or null for a transparent figure. */
  readonly background: string | null;
  readonly fontFamily: string;
  readonly pieces: readonly Piece[];
}

/** Around the figure, and most between two rows of it, in pixels. */
const margin = 12,
  gap = 18;

/** A stand-alone SVG file: nothing in it refers to anything outside of it. */
export function svgDocument({ title, description, background, fontFamily, pieces }: SvgDocument): {
  readonly text: string;
  readonly width: number;
  readonly height: number;
} {
  const placed = closeRanks(pieces);
  const width = Math.ceil(Math.max(0, ...placed.map((piece) => piece.x + piece.width)) + 2 * margin);
  const height = Math.ceil(Math.max(0, ...placed.map((piece) => piece.y + piece.height)) + 2 * margin);
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(fontFamily)}" font-size="14">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(description)}</desc>`,
    ...(background === null ? [] : [`<rect width="${width}" height="${height}" fill="${escapeXml(background)}"/>`]),
    ...placed.map(({ x, y, svg }) => `<g transform="translate(${round(x + margin)} ${round(y + margin)})">${svg}</g>`),
    '</svg>',
    '',
  ].join('\n');
  return { text, width, height };
}

/** Moves pieces to the upper left corner, and rows of them together where the page has words or controls between them. */
export function closeRanks<Placed extends Pick<Piece, 'x' | 'y' | 'width' | 'height'>>(
  pieces: readonly Placed[],
): Placed[] {
  const left = Math.min(...pieces.map(({ x }) => x));
  const sorted = pieces.toSorted((a, b) => a.y - b.y);
  let bottom = -Infinity,
    shift = 0;
  return sorted.map((piece) => {
    if (bottom === -Infinity) shift = piece.y;
    else shift += Math.max(0, piece.y - bottom - gap);
    bottom = Math.max(bottom, piece.y + piece.height);
    return { ...piece, x: piece.x - left, y: piece.y - shift };
  });
}

/** A line of text whose upper left corner is at 0, 0. */
export function textLine(
  text: string,
  {
    size,
    colour,
    bold = false,
    height = size * 1.3,
    anchor = 'start',
    width = 0,
  }: { size: number; colour: string; bold?: boolean; height?: number; anchor?: 'start' | 'middle'; width?: number },
): string {
  const x = anchor === 'middle' ? round(width / 2) : 0;
  // A capital stands about 0.72 of the size above the line, and is centred in its height.
  return `<text x="${x}" y="${round(height / 2 + size * 0.36)}" font-size="${size}" fill="${escapeXml(colour)}"${bold ? ' font-weight="700"' : ''}${anchor === 'middle' ? ' text-anchor="middle"' : ''}>${escapeXml(text)}</text>`;
}

/** Pixels as they are, not blurred when enlarged. @param href a data URL. */
export function picture(href: string, width: number, height: number): string {
  return `<image width="${round(width)}" height="${round(height)}" preserveAspectRatio="none" href="${escapeXml(href)}"/>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// oxlint-disable-next-line no-control-regex -- exactly these are what XML 1.0 forbids
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** For text and for attributes in double quotes; characters that no XML may hold are left out. */
export function escapeXml(text: string): string {
  return text.replaceAll(forbidden, '').replaceAll(/[&<>"]/g, (character) => entities[character]!);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
