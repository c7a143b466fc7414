import { sourceOf } from '../../images/sources/list';
import type { Science } from '../../experiment/parameters';
import { leading } from '../../network/matrices';
import { dot } from '../../spectrum/dot';
import type { HistoryPoint } from '../../training/snapshot';
import type { AppState } from '../state';
import { memo } from './memo';
import { recordOf } from './record';
import { signalVectors } from './shown-filters';
import { risenBy } from './thresholds';

/** How long the filters are along each pattern, ‖Wu‖, which is a singular value of theirs where they keep to patterns. */
export interface Stairs {
  readonly patterns: number;
  /** At every recorded step that has kept its filters, by pattern. */
  readonly points: readonly { readonly step: number; readonly lengths: readonly number[] }[];
  /** Patterns in the order in which they rose, with the recorded step at which each did. */
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
  const start = leading(first).singularValues[0] ?? 0;
  const { columns } = leading(first);
  const patterns = vectors.length / columns;
  const risen: { pattern: number; step: number }[] = [];
  const points: { step: number; lengths: readonly number[] }[] = [];
  for (const point of record) {
    const lengths = lengthsAlong(point, vectors);
    if (!lengths) continue;
    points.push({ step: point.step, lengths });
    const now = lengths
      .map((length, pattern) => ({ pattern, length }))
      .filter(({ pattern, length }) => length >= risenBy * start && !risen.some((one) => one.pattern === pattern))
      .toSorted((a, b) => b.length - a.length);
    risen.push(...now.map(({ pattern }) => ({ pattern, step: point.step })));
  }
  return { patterns, points, risen };
});

/** For each pattern; null where the step's filters were not kept. */
const lengthsAlong = memo((point: HistoryPoint, vectors: Float64Array): number[] | null => {
  const { rows, columns, values } = leading(point);
  if (!values) return null;
  const filters = Float64Array.from(values);
  return Array.from({ length: vectors.length / columns }, (_, k) => {
    let sum = 0;
    for (let r = 0; r < rows; r++) sum += dot(filters, r * columns, vectors, k * columns, columns) ** 2;
    return Math.sqrt(sum);
  });
});

/** Whether no pattern rose at an earlier step than a stronger one of either class: strongest first. */
export function isStrongestFirst({ risen, patterns }: Stairs): boolean {
  const rank = (pattern: number) => Math.floor(pattern / 2);
  const stepOf = new Map(risen.map(({ pattern, step }) => [pattern, step]));
  const at = (pattern: number) => stepOf.get(pattern) ?? Infinity;
  const all = Array.from({ length: patterns }, (_, k) => k);
  return all.every((weak) => all.every((strong) => rank(strong) >= rank(weak) || at(strong) <= at(weak)));
}
