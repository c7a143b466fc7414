import { escapeXml } from '../formats/svg';
import { shapesOf, type Shape } from './shapes';
import type { Command } from './path';
import { pngDataUrl } from './png';
import type { Sheet } from './sheet';

const round = (value: number) => Math.round(value * 100) / 100;

/** A stand-alone SVG file in points, without anything that not every program knows: a halo is a text of its own under the text. */
export function writeSvg(sheet: Sheet): string {
  const { size, theme, transparent } = sheet;
  const { width, height } = size;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(theme.fontFamily)}">`,
    `<title>${escapeXml(sheet.title)}</title>`,
    `<desc>${escapeXml(sheet.description)}</desc>`,
    ...(transparent ? [] : [`<rect width="${width}" height="${height}" fill="${theme.background}"/>`]),
    ...sheet.pictures.map(
      ({ x, y, width, height, canvas }) =>
        `<image x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" preserveAspectRatio="none" href="${pngDataUrl(canvas)}"/>`,
    ),
    ...sheet.scenes.flatMap(({ x, y, scene }) => [
      `<g transform="translate(${round(x)} ${round(y)})">`,
      `<title>${escapeXml(scene.name)}</title>`,
      ...shapesOf(scene).flatMap(svgShape),
      '</g>',
    ]),
    ...sheet.texts.map(({ x, y, text, size, bold = false, colour, anchor = 'start' }) =>
      svgText(text, { x, y, size, bold, anchor }, `fill="${colour}"`),
    ),
    '</svg>',
    '',
  ].join('\n');
}

function svgShape(shape: Shape): string[] {
  if (shape.kind === 'text') {
    const { text, fill, halo } = shape;
    return [
      ...(halo
        ? [
            svgText(
              text,
              shape,
              `fill="none" stroke="${halo.colour}" stroke-width="${round(halo.width)}" stroke-linejoin="round" aria-hidden="true"`,
            ),
          ]
        : []),
      svgText(text, shape, `fill="${fill}"`),
    ];
  }
  const { commands, fill, stroke, width, dash, dashOffset, cap, join } = shape;
  const named = [
    ['stroke', stroke],
    ['stroke-width', round(width)],
    ['stroke-dasharray', dash.length > 0 ? dash.map(round).join(' ') : null],
    ['stroke-dashoffset', dashOffset === 0 ? null : round(dashOffset)],
    ['stroke-linecap', cap === 'butt' ? null : cap],
    ['stroke-linejoin', join === 'miter' ? null : join],
  ].flatMap(([name, value]) => (stroke === null || value === null ? [] : [` ${name}="${value}"`]));
  const line = named.join('');
  return [`<path d="${commands.map(svgCommand).join('')}" fill="${fill ?? 'none'}"${line}/>`];
}

const svgCommand = ([kind, ...numbers]: Command) => `${kind}${numbers.map(round).join(' ')}`;

function svgText(
  text: string,
  { x, y, size, bold, anchor }: { x: number; y: number; size: number; bold: boolean; anchor: string },
  paint: string,
): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}"${bold ? ' font-weight="700"' : ''}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`} ${paint}>${escapeXml(text)}</text>`;
}
