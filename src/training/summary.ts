import { rankNotions, rankOf, type RankNotion } from '../spectrum/ranks';
import type { MatrixName } from '../experiment/networks';
import type { MovedEnergy } from '../spectrum/moved-energy';
import type { LabelAccuracies } from '../network/loss';
import type { HistoryPoint } from './snapshot';

/** All four notions of rank of one matrix. */
export type Ranks = Readonly<Record<RankNotion, number>>;

/** A weight matrix at the end of a run. */
export interface MatrixSummary {
  readonly name: MatrixName;
  readonly ranks: Ranks;
  /** Share of its energy in the signal span; null where it is not finite, no filters, or no span is known. */
  readonly signalShare: number | null;
  /** Of what training moved: its share in the signal span, and how many of the span's directions it followed; null where nothing is known of it. */
  readonly moved: Pick<MovedEnergy, 'share' | 'followed'> | null;
}

/** Where a run ended and what its data were, without spectra: a point of a sweep, a row of a table. */
export interface RunSummary {
  readonly step: number;
  readonly loss: number;
  readonly trainAccuracy: number;
  readonly testAccuracy: number | null;
  /** Absent from what was stored before it was measured. */
  readonly testLoss?: number | null | undefined;
  /** Training accuracy apart, for images of right and of wrong label. Absent where all are right, and from what was stored before it was kept. */
  readonly byLabel?: LabelAccuracies | undefined;
  readonly diverged: boolean;
  /** The network's matrices, in their order. */
  readonly matrices: readonly MatrixSummary[];
  /** Of the data matrix that the experiment names, with noise. */
  readonly data: Ranks;
  /** 2K, or the size of the signal span of real images. */
  readonly signalDimension: number;
  /** Share of attention on the patch with the object, mean over the training images; only where there is such a thing. */
  readonly attention?: number | undefined;
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
  const { step, loss, trainAccuracy, testAccuracy, testLoss, byLabel } = end;
  return {
    step,
    loss,
    trainAccuracy,
    testAccuracy,
    testLoss,
    ...(byLabel && { byLabel }),
    diverged,
    matrices: end.matrices.map(({ name, singularValues, signalShare, moved }) => ({
      name,
      ranks: ranksOfValues(singularValues),
      signalShare,
      moved: moved && { share: moved.share, followed: moved.followed },
    })),
    data: ranksOfValues(data),
    signalDimension,
  };
}
