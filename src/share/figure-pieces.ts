import { picture, textLine, type Piece } from '../formats/svg';
import { repaints } from '../pixels/kit/repaint';
import { pngDataUrl } from '../slides/png';

/** Words that belong to pictures: they are HTML on the page. */
export const pictureWords = '.images .image-name, .images .margin, .signal-vectors span, h3';
/** Attributes of the page's own that mean nothing in a file. */
const pageOnly = ['class', 'style', 'role', 'aria-label', 'data-layer', 'width', 'height', 'viewBox'];

/** What a panel draws, piece by piece: its charts, its canvases, and the words beside them. @param ratio pixels of a canvas to a CSS pixel. */
export function piecesOf(panel: Element, ratio: number): Piece[] {
  const charts = [...panel.querySelectorAll<SVGSVGElement>('svg.chart')]
    .filter((svg) => svg.querySelector('g > *'))
    .map((svg) => piece(svg, chart(svg)));
  const canvases = [...panel.querySelectorAll('canvas')]
    .filter(({ width, height }) => width > 1 && height > 1)
    .map((canvas) => {
      const { width, height } = canvas.getBoundingClientRect();
      return piece(canvas, picture(pixelsOf(canvas, ratio), width, height));
    });
  const lines = [...panel.querySelectorAll<HTMLElement>(pictureWords)].map((element) => {
    const { fontSize, color, fontWeight, textAlign } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    return piece(
      element,
      textLine(element.textContent, {
        size: Number.parseFloat(fontSize),
        colour: color,
        bold: Number(fontWeight) >= 600,
        height,
        width,
        anchor: textAlign === 'center' ? 'middle' : 'start',
      }),
    );
  });
  return [...charts, ...canvases, ...(canvases.length > 0 ? lines : [])];
}

function piece(element: Element, svg: string): Piece {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height, svg };
}

/** A chart's own elements; they carry plain values already. Its name becomes a title. */
function chart(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const name = svg.getAttribute('aria-label');
  const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  if (name)
    group.append(Object.assign(document.createElementNS('http://www.w3.org/2000/svg', 'title'), { textContent: name }));
  group.append(...copy.childNodes);
  for (const { name: attribute, value } of copy.attributes)
    if (!pageOnly.includes(attribute)) group.setAttribute(attribute, value);
  for (const element of group.querySelectorAll('*'))
    for (const attribute of pageOnly.slice(0, 5)) element.removeAttribute(attribute);
  // The root of the file declares the namespace.
  return new XMLSerializer().serializeToString(group).replace(' xmlns="http://www.w3.org/2000/svg"', '');
}

/** A canvas as a PNG, painted anew where it is known how. */
function pixelsOf(canvas: HTMLCanvasElement, ratio: number): string {
  const repaint = repaints.get(canvas);
  if (!repaint) return pngDataUrl(canvas);
  const copy = document.createElement('canvas');
  repaint(copy, ratio);
  return pngDataUrl(copy);
}
