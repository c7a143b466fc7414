type Channels = readonly [red: number, green: number, blue: number];

/** @param colour as themes write it (`#d55e00`), or as `mix` does. */
function channels(colour: string): Channels {
  if (colour.startsWith('#')) {
    const value = Number.parseInt(colour.slice(1), 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  }
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number);
  return [red, green, blue];
}

/** A colour between two, `share` of the way, channel by channel. By hand: a package for it weighs as much as a chart. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [channels(from), channels(to)];
  const at = (i: 0 | 1 | 2) => Math.round(a[i] * (1 - share) + b[i] * share);
  return `rgb(${at(0)}, ${at(1)}, ${at(2)})`;
}
