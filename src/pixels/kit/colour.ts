export type Colour = readonly [red: number, green: number, blue: number];

/** @param hex `#rrggbb`, as all colours of the theme are. */
export function parseColour(hex: string): Colour {
  const bits = Number.parseInt(hex.slice(1), 16);
  return [(bits >> 16) & 255, (bits >> 8) & 255, bits & 255];
}

/** An opaque colour as one number of an image's memory, whose bytes lie in the order red, green, blue, alpha. */
export function packed([red, green, blue]: Colour): number {
  return (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0;
}

/** Steps from one colour to another, [256], packed. */
export function ramp(from: string, to: string): Uint32Array {
  const a = parseColour(from),
    b = parseColour(to);
  return Uint32Array.from({ length: 256 }, (_, i) =>
    packed([0, 1, 2].map((c) => Math.round(a[c]! + ((b[c]! - a[c]!) * i) / 255)) as unknown as Colour),
  );
}

/** The 256 greys, faded to one of a few steps towards a background: a function of opacity from 0 to 1. */
export function fadedGreys(background: string): (opacity: number) => Uint32Array {
  let tables = faded.get(background);
  if (!tables) faded.set(background, (tables = []));
  const known = tables;
  return (opacity) => {
    const step = Math.round(opacity * FADE_STEPS);
    return (known[step] ??= greysOver(parseColour(background), step / FADE_STEPS));
  };
}

const FADE_STEPS = 32;
const faded = new Map<string, Uint32Array[]>();

function greysOver(background: Colour, opacity: number): Uint32Array {
  const over = (channel: number, level: number) => Math.round(channel + (level - channel) * opacity);
  return Uint32Array.from({ length: 256 }, (_, level) =>
    packed([over(background[0], level), over(background[1], level), over(background[2], level)]),
  );
}
