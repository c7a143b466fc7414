import { rankNotions, rankOf, type RankNotion } from '../spectrum/ranks';
import type { HistoryPoint } from './snapshot';

/** All four notions of rank of one matrix. */
export type Ranks = Readonly<Record<RankNotion, number>>;

/** Where a run ended and what its data were, without spectra: a point of a sweep, a row of a table. */
export interface RunSummary {
  readonly step: number;
  readonly loss: number;
  readonly trainAccuracy: number;
  readonly testAccuracy: number | null;
  /** Share of the filters' energy in the signal span; null where they are not finite or no span is known. */
  readonly signalShare: number | null;
  readonly diverged: boolean;
  readonly filters: Ranks;
  /** Of the data matrix that the experiment names, with noise. */
  readonly data: Ranks;
  /** 2K, or the size of the signal span of real images. */
  readonly signalDimension: number;
}

/** @param s singular values, descending. */
export function ranksOfValues(s: ArrayLike<number>): Ranks {
  return Object.fromEntries(rankNotions.map((notion) => [notion, rankOf(notion, s)])) as Record<RankNotion, number>;
}

/** @param data singular values of the data. */
export function summarise(
  end: HistoryPoint,
  diverged: boolean,
  data: ArrayLike<number>,
  signalDimension: number,
): RunSummary {
  const { step, loss, trainAccuracy, testAccuracy, signalShare, singularValues } = end;
  return {
    step,
    loss,
    trainAccuracy,
    testAccuracy,
    signalShare,
    diverged,
    filters: ranksOfValues(singularValues),
    data: ranksOfValues(data),
    signalDimension,
  };
}
