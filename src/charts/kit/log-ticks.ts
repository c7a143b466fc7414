import { superscript } from './numbers';
import type { Tick } from './ticks';

function decadeTick(power: number, digit = 1): Tick {
  const value = digit * 10 ** power;
  if (power >= (digit === 1 ? -2 : -3) && power <= 4)
    return { value, text: power < 0 ? value.toFixed(-power) : String(value) };
  const exponent = `10${superscript(power)}`;
  return { value, text: digit === 1 ? exponent : `${digit}·${exponent}` };
}

/** Least and largest number that an axis ends at: beyond them there are no powers of ten to count by. */
export const logLeast = 1e-300,
  logMost = 1e300;
const within = (value: number) => Math.min(Math.max(value, logLeast), logMost);

/**
 * Decades in [least, most]; every second or third where they would stand closer than `gap` pixels; 1, 2 and 5 of each
 * where there are fewer than three.
 */
export function logTicks(least: number, most: number, pixels: number, gap: number): Tick[] {
  const [from, to] = [within(least), within(most)];
  const [low, high] = [Math.floor(Math.log10(from) + 1e-9), Math.floor(Math.log10(to) + 1e-9)];
  const count = Math.log10(to) - Math.log10(from);
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
  const octaves = Math.round(Math.log2(within(to)) - Math.log2(within(from)));
  const stride = Math.max(1, Math.ceil((gap * octaves) / Math.max(pixels, 1)));
  const result: Tick[] = [];
  for (let octave = 0; octave <= octaves; octave += stride)
    result.push({ value: from * 2 ** octave, text: String(from * 2 ** octave) });
  return result;
}
