/** Advance widths of Helvetica (its AFM; Arial and Liberation Sans are the same) in thousandths of the font size, from U+0020. */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];
const OTHER = 600;
/** Of Chinese, Japanese and Korean characters and their punctuation: a square in every font, bold ones too. */
const FULL = 1000;
const FULL_RANGES = [
  [0x1100, 0x115f],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
] as const;
/** Helvetica Bold is this much wider on lower-case text. */
const BOLD = 1.08;

function isFullWidth(code: number): boolean {
  return code >= FULL_RANGES[0][0] && FULL_RANGES.some(([from, to]) => code >= from && code <= to);
}

let breadth = 1;

/**
 * How many times as wide as in Helvetica type is on the page: in other fonts, or where the visitor has letters and words set
 * apart. Where nobody has measured it, it is taken for Helvetica.
 */
export const setBreadth = (times: number): void => void (breadth = times);

/** Draws what leaves the page, where type is as it is in Helvetica. */
export function inHelvetica<T>(draw: () => T): T {
  const before = breadth;
  breadth = 1;
  try {
    return draw();
  } finally {
    breadth = before;
  }
}

/**
 * Width of one line of text in pixels, estimated: measuring in the page would force a layout in every frame, and
 * Node has nothing to measure with. Exact to kerning in Helvetica and its twins; a few percent off in other fonts.
 */
export const textWidth = (text: string, fontSize: number, bold = false): number =>
  breadth * widthInHelvetica(text, fontSize, bold);

export function widthInHelvetica(text: string, fontSize: number, bold = false): number {
  let sum = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    sum += isFullWidth(code) ? FULL : (WIDTHS[code - 32] ?? OTHER) * (bold ? BOLD : 1);
  }
  return (sum * fontSize) / 1000;
}
