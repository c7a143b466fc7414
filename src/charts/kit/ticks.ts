import { ticks } from 'd3';
import { signed, superscript } from './numbers';
import { textWidth } from './text-width';
import type { ChartTheme } from './theme';

export interface Tick {
  readonly value: number;
  readonly text: string;
}

export interface IndexTick extends Tick {
  /** Ticks that name something in the figure are drawn in ink. */
  readonly strong: boolean;
}

/** Free pixels beside a number under an axis. */
const APART = 14;

/**
 * The candidates, in order of importance, whose text stays clear of that of those before, by `gap` pixels of their
 * own; equal values appear once.
 * @param length pixels that a text takes along the axis; by default its width
 */
export function clearTicks<T extends Tick & { readonly gap: number }>(
  candidates: readonly T[],
  position: (value: number) => number,
  fontSize: number,
  length = (text: string) => textWidth(text, fontSize),
): T[] {
  const chosen: { tick: T; from: number; to: number }[] = [];
  for (const tick of candidates) {
    const half = length(tick.text) / 2;
    const [from, to] = [position(tick.value) - half, position(tick.value) + half];
    if (chosen.every((other) => to + tick.gap <= other.from || other.to + tick.gap <= from))
      chosen.push({ tick, from, to });
  }
  return chosen.map(({ tick }) => tick);
}

/** Of each power of ten on an axis of steps, in order of importance. */
const stepDigits = [1, 3, 2, 5];

/** Ticks of an axis of `steps` steps, closer together at its start. @param origin text of step 0, which names the unit, so that the axis needs no title. */
export function stepTicks(steps: number, origin: string, position: (step: number) => number, fontSize: number): Tick[] {
  const most = Math.floor(Math.log10(Math.max(1, steps)));
  const decades = Array.from({ length: most + 1 }, (_, i) => 10 ** (most - i));
  const regular = stepDigits.flatMap((digit) => decades.map((decade) => digit * decade));
  // The steps before the tenth have no room but in a short run.
  const candidates = [0, steps, ...regular.filter((step) => step < steps && (step >= 10 || steps < 30))].map(
    (value) => ({ value, text: value === 0 ? origin : String(value), gap: APART }),
  );
  return clearTicks(candidates, position, fontSize);
}

/** Pixels left of a plot for the numbers of its y axis; never less than for "0.5", so that plots on a page line up. */
export function yAxisWidth(yTicks: readonly Tick[], theme: ChartTheme): number {
  const texts = ['0.5', ...yTicks.map(({ text }) => text)];
  return Math.ceil(Math.max(...texts.map((text) => textWidth(text, theme.fontSize.tick)))) + Y_TICK_GAP + 2;
}

/** Pixels between the numbers of a y axis and the plot. */
export const Y_TICK_GAP = 7;

function decadeTick(power: number, digit = 1): Tick {
  const value = digit * 10 ** power;
  if (power >= (digit === 1 ? -2 : -3) && power <= 4)
    return { value, text: power < 0 ? value.toFixed(-power) : String(value) };
  const exponent = `10${superscript(power)}`;
  return { value, text: digit === 1 ? exponent : `${digit}·${exponent}` };
}

/**
 * Decades in [from, to]; every second or third where they would stand closer than `gap` pixels; 1, 2 and 5 of each
 * where there are fewer than three.
 */
export function logTicks(from: number, to: number, pixels: number, gap: number): Tick[] {
  const [low, high] = [Math.floor(Math.log10(from) + 1e-9), Math.floor(Math.log10(to) + 1e-9)];
  const count = Math.log10(to / from);
  const stride = Math.max(1, Math.ceil((gap * count) / Math.max(pixels, 1)));
  // From 2 to 5 is the widest step, from 1 to 2 and from 5 to 10 the closest.
  const digits = count < 2 && (pixels / count) * Math.log10(2) >= gap ? [1, 2, 5] : [1];
  const result: Tick[] = [];
  for (let power = high; power >= low; power -= stride) {
    for (const digit of digits) {
      const tick = decadeTick(power, digit);
      if (tick.value >= from * (1 - 1e-9) && tick.value <= to * (1 + 1e-9)) result.push(tick);
    }
  }
  return result;
}

/**
 * Powers of two in [from, to], both powers of two themselves; every second or third where they would stand closer
 * than `gap` pixels.
 */
export function octaveTicks(from: number, to: number, pixels: number, gap: number): Tick[] {
  const octaves = Math.round(Math.log2(to / from));
  const stride = Math.max(1, Math.ceil((gap * octaves) / Math.max(pixels, 1)));
  const result: Tick[] = [];
  for (let octave = 0; octave <= octaves; octave += stride)
    result.push({ value: from * 2 ** octave, text: String(from * 2 ** octave) });
  return result;
}

/** Round values from 0 to `to`, about one per `gap` pixels. */
export function linearTicks(to: number, pixels: number, gap: number): Tick[] {
  return rangeTicks(0, to, pixels, gap);
}

/** Round values in [from, to], about one per `gap` pixels. */
export function rangeTicks(from: number, to: number, pixels: number, gap: number): Tick[] {
  return ticks(from, to, Math.max(1, Math.floor(pixels / gap))).map((value) => ({
    value,
    text: signed(String(value)),
  }));
}

/**
 * Ticks under an axis from 0 to `to` of any quantity: those that name something first, then round values where there
 * is room.
 * @param named in order of importance
 */
export function valueTicks(
  to: number,
  named: readonly Tick[],
  position: (value: number) => number,
  pixels: number,
  fontSize: number,
): IndexTick[] {
  const regular = ticks(0, to, Math.max(1, Math.min(6, Math.floor(pixels / 50)))).map((value) => ({
    value,
    text: String(value),
  }));
  return clearTicks(
    [
      ...named.filter(({ value }) => value >= 0 && value <= to).map((tick) => ({ ...tick, strong: true, gap: APART })),
      ...regular.map((tick) => ({ ...tick, strong: false, gap: APART })),
    ],
    position,
    fontSize,
  );
}
