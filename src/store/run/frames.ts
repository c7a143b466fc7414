import { rankOf, type RankNotion } from '../../spectrum/ranks';
import type { HistoryPoint } from '../../training/snapshot';

/** Filters of a recorded run may take this much memory, in bytes. */
export const frameMemory = 64 * 2 ** 20;

/**
 * A history whose filters fit the memory: one frame is kept in every so many steps, as few as needed, so that what is
 * left lies evenly over the run however often more is recorded; the first and the last keep theirs. The same object
 * where nothing had to go.
 */
export function thinFrames(history: readonly HistoryPoint[], memory = frameMemory): readonly HistoryPoint[] {
  let kept = history.flatMap(({ filters }, i) => (filters ? [i] : []));
  const fits = () => kept.length <= 2 || kept.reduce((sum, i) => sum + history[i]!.filters!.byteLength, 0) <= memory;
  if (fits()) return history;
  for (let apart = 2; !fits(); apart *= 2) {
    const cell = (i: number) => Math.floor(history[i]!.step / apart);
    kept = kept.filter((i, k) => k === 0 || k === kept.length - 1 || cell(i) !== cell(kept[k - 1]!));
  }
  const left = new Set(kept);
  return history.map((point, i) => (point.filters && !left.has(i) ? { ...point, filters: null } : point));
}

const ranks = new WeakMap<Float64Array, Partial<Record<RankNotion, number>>>();

/** A notion of rank of a recorded step's filters; computed once, as curves ask for all of them at every frame. */
export function rankAt({ singularValues }: HistoryPoint, notion: RankNotion): number {
  const known = ranks.get(singularValues) ?? {};
  ranks.set(singularValues, known);
  return (known[notion] ??= rankOf(notion, singularValues));
}

/** The last recorded point at or before a step; the first where there is none. */
export function pointAt(history: readonly HistoryPoint[], step: number): HistoryPoint | null {
  return history[Math.max(0, indexAt(history, step))] ?? null;
}

/** As `pointAt`, among those that have kept their filters. */
export function filtersAt(history: readonly HistoryPoint[], step: number): HistoryPoint | null {
  for (let i = indexAt(history, step); i >= 0; i--) if (history[i]!.filters) return history[i]!;
  return history.find(({ filters }) => filters) ?? null;
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
