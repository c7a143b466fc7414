import { sourceOf } from '../../images/sources/list';
import type { Science } from '../../experiment/parameters';
import { leading } from '../../network/matrices';
import { dot } from '../../spectrum/dot';
import { rightSingularVectors } from '../../spectrum/signal-span';
import { recordedSteps } from '../../training/recorded-steps';
import type { HistoryPoint } from '../../training/snapshot';
import type { AppState } from '../state';
import { memo } from './memo';
import { recordOf } from './record';
import { signalVectors } from './shown-filters';
import { oneVector, risenBy } from './thresholds';

/** The filters' leading singular values, each by the pattern that it belongs to: the one with which its right singular vector has most in common. */
export interface Stairs {
  readonly patterns: number;
  /** At every recorded step, by pattern: its singular value; null where none has more than half of its direction in common with it. */
  readonly points: readonly { readonly step: number; readonly values: readonly (number | null)[] }[];
  /** Patterns in the order in which their singular values rose, with the recorded step at which each did. */
  readonly risen: readonly { readonly pattern: number; readonly step: number }[];
}

/** Null where no pattern is known to be signal, or filters are not rows of patches. */
export function stairsOf({ run }: Pick<AppState, 'run'>): Stairs | null {
  const { experiment, signal, history } = run;
  if (!experiment || !signal || sourceOf(experiment).is.signal !== 'exact' || experiment.net === 'dense') return null;
  return stairs(recordOf(run).length > 0 ? recordOf(run) : history, signal, experiment);
}

const stairs = memo((record: readonly HistoryPoint[], span: Float64Array, experiment: Science): Stairs | null => {
  const [first] = record;
  if (!first) return null;
  const vectors = signalVectors(span, experiment);
  const { rows, columns, singularValues } = leading(first);
  const patterns = vectors.length / columns;
  const least = risenBy * (singularValues[0] ?? 0);
  const count = (point: HistoryPoint) =>
    leading(point)
      .singularValues.subarray(0, patterns)
      .filter((s) => s >= least).length;

  const risen: { pattern: number; step: number }[] = [];
  for (const point of record) {
    const now = count(point);
    const owners = now > risen.length ? ownersAt(point, vectors) : null;
    for (const { pattern } of owners?.slice(0, now) ?? [])
      if (!risen.some((one) => one.pattern === pattern)) risen.push({ pattern, step: point.step });
  }

  // Vectors are worked out at some steps; a value between two of them belongs to the pattern that it belongs to at both.
  const work = Math.min(rows, columns) ** 2 * (2 * Math.min(rows, columns) + Math.max(rows, columns));
  const every = Math.max(1, Math.ceil((recordedSteps(experiment.steps).length * work) / mostWork));
  const keys = record.filter(
    (point, i) => i % every === 0 || point.step === experiment.steps || risen.some(({ step }) => step === point.step),
  );
  let next = 0;
  const points = record.map((point) => {
    while (next < keys.length - 1 && keys[next]!.step < point.step) next += 1;
    const after = keys[next]!,
      before = after.step === point.step ? after : keys[Math.max(0, next - 1)]!;
    const [from, to] = [ownersAt(before, vectors), ownersAt(after, vectors)];
    const values = Array.from({ length: patterns }, (): number | null => null);
    from?.forEach(({ pattern, share }, i) => {
      const there = to?.[i];
      if (there?.pattern === pattern && Math.min(share, there.share) > oneVector)
        values[pattern] = leading(point).singularValues[i] ?? null;
    });
    return { step: point.step, values };
  });
  return { patterns, points, risen };
});

/** Multiply-adds for the vectors of a whole record, so that nobody waits for them. */
const mostWork = 3e7;

/** The pattern of each leading singular value, greatest overlap first, each pattern once. Null where the step's filters were not kept. */
const ownersAt = memo((point: HistoryPoint, vectors: Float64Array): readonly Owner[] | null => {
  const { rows, columns, values } = leading(point);
  if (!values?.every(Number.isFinite)) return null;
  const patterns = vectors.length / columns;
  const { basis, dimension } = rightSingularVectors({ rows, columns, values }, patterns);
  const pairs = Array.from({ length: dimension }, (_, at) =>
    Array.from({ length: patterns }, (__, pattern) => ({
      at,
      pattern,
      share: dot(basis, at * columns, vectors, pattern * columns, columns) ** 2,
    })),
  )
    .flat()
    .toSorted((a, b) => b.share - a.share);
  const owners: Owner[] = [];
  const taken = new Set<number>();
  for (const { at, pattern, share } of pairs) {
    if (owners[at] || taken.has(pattern)) continue;
    owners[at] = { pattern, share };
    taken.add(pattern);
  }
  return owners;
});

/** A pattern, and how much of a singular vector's length squared lies along it. */
interface Owner {
  readonly pattern: number;
  readonly share: number;
}

/** Whether no pattern rose at an earlier step than a stronger one of either class: strongest first. */
export function isStrongestFirst({ risen, patterns }: Stairs): boolean {
  const rank = (pattern: number) => Math.floor(pattern / 2);
  const stepOf = new Map(risen.map(({ pattern, step }) => [pattern, step]));
  const at = (pattern: number) => stepOf.get(pattern) ?? Infinity;
  const all = Array.from({ length: patterns }, (_, k) => k);
  return all.every((weak) => all.every((strong) => rank(strong) >= rank(weak) || at(strong) <= at(weak)));
}
