import { hasValues, type HistoryPoint, type Snapshot } from '../../training/snapshot';

/** The last recorded point at or before a step; the first where there is none. */
export function pointAt(history: readonly HistoryPoint[], step: number): HistoryPoint | null {
  return history[Math.max(0, indexAt(history, step))] ?? null;
}

/** As `pointAt`, among those that have kept the values of their matrices. */
export function valuesAt(history: readonly HistoryPoint[], step: number): Snapshot | null {
  for (let i = indexAt(history, step); i >= 0; i--) {
    const point = history[i]!;
    if (hasValues(point)) return point;
  }
  return history.find(hasValues) ?? null;
}

/** Index of the last point at or before a step, −1 where there is none. */
export function indexAt(history: readonly HistoryPoint[], step: number): number {
  let low = 0,
    high = history.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (history[middle]!.step <= step) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
