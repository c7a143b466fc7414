import { leading } from '../../network/matrices';
import type { RankNotion } from '../../spectrum/ranks';
import type { Moment } from '../../strings/figure-facts';
import type { HistoryPoint } from '../../training/snapshot';
import { rankAt } from './ranks';
import { dippedBy, everyImage, leadsBy, risenBy } from './thresholds';

/** A moment that a run had, at a recorded step. */
export interface RunEvent {
  readonly step: number;
  readonly moment: Moment;
}

/** Where few directions lead the others, and where the run fits its images: what a curve of the rank has room to name. */
export function curveEvents(history: readonly HistoryPoint[], notion: RankNotion, signalDimension: number): RunEvent[] {
  const last = history.at(-1);
  if (!last) return [];
  const ranks = history.map((point) => rankAt(point, notion));
  const lowest = ranks.reduce((least, rank, i) => (rank < ranks[least]! ? i : least), 0);
  const dip =
    lowest > 0 && ranks.at(-1)! >= dippedBy * ranks[lowest]! ? [dipAt(history, history[lowest]!, signalDimension)] : [];
  return [...dip, ...fitted(history)];
}

/** How many directions lead where the rank is least, and how many of the signal's have risen when the last of them has. */
function dipAt(history: readonly HistoryPoint[], { step, matrices }: HistoryPoint, signalDimension: number): RunEvent {
  const { singularValues } = leading({ matrices });
  const leaders = singularValues.filter((value) => leadsBy * value > singularValues[0]!).length;
  const rose = Array.from({ length: signalDimension }, (_, i) => riseOf(history, i)?.step ?? -1).filter(
    (at) => at >= 0,
  );
  const risen = rose.length > leaders ? { count: rose.length, step: Math.max(...rose) } : null;
  return { step, moment: { kind: 'dip', step, leaders, risen } };
}

/**
 * Every moment worth a jump, in the order in which they came.
 * @param history what moments are told by (`recordOf`). @param signalDimension singular values that may be told of: those that the signal has room for.
 */
export function runEvents(history: readonly HistoryPoint[], signalDimension: number): RunEvent[] {
  return [...rises(history, signalDimension), ...lossHalves(history), ...fitted(history)].toSorted(
    (a, b) => a.step - b.step,
  );
}

function fitted(history: readonly HistoryPoint[]): RunEvent[] {
  const at = history.find(({ step, trainAccuracy }) => step > 0 && trainAccuracy >= everyImage);
  return at ? [{ step: at.step, moment: { kind: 'fitted' } }] : [];
}

function lossHalves(history: readonly HistoryPoint[]): RunEvent[] {
  const at = history.find(({ loss }) => loss <= history[0]!.loss / 2);
  return at ? [{ step: at.step, moment: { kind: 'half' } }] : [];
}

/** The recorded step at which a singular value has risen; null where it has not. @param value counted from 0. */
export function riseOf(history: readonly HistoryPoint[], value: number): HistoryPoint | null {
  const first = history[0] && leading(history[0]).singularValues[value];
  if (first === undefined) return null;
  return history.find((point) => leading(point).singularValues[value]! >= risenBy * first) ?? null;
}

/** More groups of singular values than this are not all told of: powers of two and the last. */
const mostGroups = 6;

/** Singular values that rise at the same recorded step are told of together. */
function rises(history: readonly HistoryPoint[], signalDimension: number): RunEvent[] {
  const first = history[0] ? leading(history[0]).singularValues : [];
  const byStep = new Map<number, number[]>();
  for (let i = 0; i < Math.min(signalDimension, first.length); i++) {
    const at = riseOf(history, i);
    if (at) byStep.set(at.step, [...(byStep.get(at.step) ?? []), i + 1]);
  }
  const last = Math.max(0, ...[...byStep.values()].flat());
  const told = [...byStep].flatMap(([step, values]): [number, number[]][] => {
    const kept =
      byStep.size <= mostGroups
        ? values
        : values.filter((value) => value === last || Number.isInteger(Math.log2(value)));
    return kept.length > 0 ? [[step, kept]] : [];
  });
  return told.map(([step, values]) => ({ step, moment: { kind: 'rise', first: values[0]!, last: values.at(-1)! } }));
}
