import { hasValues, withoutValues, type HistoryPoint } from '../../training/snapshot';

/** Matrices of a recorded run may take this much memory, in bytes. */
const frameMemory = 64 * 2 ** 20;

/**
 * A history whose matrices fit the memory: one frame is kept in every so many steps, as few as needed, so that what is
 * left lies evenly over the run however often more is recorded; the first and the last keep theirs. The same object
 * where nothing had to go.
 */
export function thinFrames(history: readonly HistoryPoint[], memory = frameMemory): readonly HistoryPoint[] {
  let kept = history.flatMap((point, i) => (hasValues(point) ? [i] : []));
  const fits = () => kept.length <= 2 || kept.reduce((sum, i) => sum + bytesOf(history[i]!), 0) <= memory;
  if (fits()) return history;
  for (let apart = 2; !fits(); apart *= 2) {
    const cell = (i: number) => Math.floor(history[i]!.step / apart);
    kept = kept.filter((i, k) => k === 0 || k === kept.length - 1 || cell(i) !== cell(kept[k - 1]!));
  }
  const left = new Set(kept);
  return history.map((point, i) => (hasValues(point) && !left.has(i) ? withoutValues(point) : point));
}

function bytesOf({ matrices }: HistoryPoint): number {
  return matrices.reduce((sum, { values }) => sum + (values?.byteLength ?? 0), 0);
}
