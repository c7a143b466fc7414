/** A word as it stands on canvases: its ink, and where its middle is. Pixels of the device. */
interface Stamp {
  readonly canvas: HTMLCanvasElement;
  readonly width: number;
  readonly middle: number;
}

export interface Written {
  /** CSS pixels. */
  readonly fontSize: number;
  readonly fontFamily: string;
  readonly fill: string;
}

/**
 * Words that were written, on canvases of their own: to set a font on a canvas of the page makes the browser lay the page
 * out, in every frame. Few words are written again and again; all are forgotten where they become many.
 */
let stamps = new Map<string, Stamp>();
const most = 300;

export function stampOf(text: string, { fontSize, fontFamily, fill }: Written, ratio: number): Stamp | null {
  const key = [text, fontSize, fontFamily, fill, ratio].join('\n');
  const known = stamps.get(key);
  if (known) return known;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) return null;
  const font = `${fontSize * ratio}px ${fontFamily}`;
  context.font = font;
  const width = context.measureText(text).width,
    middle = Math.ceil(fontSize * ratio);
  canvas.width = Math.max(1, Math.ceil(width) + 2);
  canvas.height = 2 * middle;
  // What was set is gone with the size.
  context.font = font;
  context.textBaseline = 'middle';
  context.fillStyle = fill;
  context.fillText(text, 0, middle);
  if (stamps.size >= most) stamps = new Map();
  const stamp = { canvas, width, middle };
  stamps.set(key, stamp);
  return stamp;
}
