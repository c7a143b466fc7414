import type { CurvePoint } from '../charts/curve-chart';
import type { HistoryPoint } from '../training/snapshot';

/** A dip counts as one when the rank later rises to at least this multiple of it. */
const clearRise = 1.5;

/** Moments that the run itself had, most telling first: where few directions lead the others, and where it fits its images. */
export function runEvents(history: readonly HistoryPoint[], ranks: readonly CurvePoint[]): { step: number; text: string }[] {
  const events: { step: number; text: string }[] = [];
  const last = ranks.at(-1);
  if (!last) return events;
  const lowest = ranks.reduce((a, b) => (b.value < a.value ? b : a));
  if (lowest.step > 0 && last.value >= clearRise * lowest.value) events.push({ step: lowest.step, text: 'few directions lead' });
  const fitted = history.find(({ step, trainAccuracy }) => step > 0 && trainAccuracy === 1);
  if (fitted) events.push({ step: fitted.step, text: 'training accuracy 1' });
  return events;
}
