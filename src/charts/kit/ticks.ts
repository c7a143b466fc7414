import { signed } from './numbers';
import { roundValues } from './round';
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
export const APART = 14;

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

/** Pixels left of a plot for the numbers of its y axis; never less than for "0.5", so that plots on a page line up. */
export function yAxisWidth(yTicks: readonly Tick[], theme: ChartTheme): number {
  const texts = ['0.5', ...yTicks.map(({ text }) => text)];
  return Math.ceil(Math.max(...texts.map((text) => textWidth(text, theme.fontSize.tick)))) + Y_TICK_GAP + 2;
}

/** Pixels between the numbers of a y axis and the plot. */
export const Y_TICK_GAP = 7;

/** Round values from 0 to `to`, about one per `gap` pixels. */
export function linearTicks(to: number, pixels: number, gap: number): Tick[] {
  return roundTicks(0, to, pixels / gap);
}

/** Steps of an axis that has a range of its own, at most: in a high chart more would be a ladder. */
const mostSteps = 6;

/** Round values in [from, to], about one per `gap` pixels, in a high chart fewer. */
export function rangeTicks(from: number, to: number, pixels: number, gap: number): Tick[] {
  return roundTicks(from, to, Math.min(pixels / gap, mostSteps));
}

function roundTicks(from: number, to: number, count: number): Tick[] {
  return roundValues(from, to, Math.max(1, Math.floor(count))).map((value) => ({ value, text: signed(String(value)) }));
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
  const regular = roundValues(0, to, Math.max(1, Math.min(6, Math.floor(pixels / 50)))).map((value) => ({
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
