import { APART, clearTicks, type Tick } from './ticks';

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
