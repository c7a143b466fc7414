import type { Described } from '../kit/chart';

/** Ranks measured at one level of background noise. Null: not measured yet, or the run diverged. */
export interface SweepPoint {
  /** Background noise σ. */
  readonly x: number;
  readonly data: number | null;
  readonly filters: number | null;
  /** Ends of the band over several seeds. */
  readonly dataLow?: number | undefined;
  readonly dataHigh?: number | undefined;
  readonly filtersLow?: number | undefined;
  readonly filtersHigh?: number | undefined;
  /** Drawn paler than the others. */
  readonly muted?: boolean | undefined;
}

/** What a sweep chart shows: the rank of noisy data and of the filters trained on it, against background noise. */
export interface SweepData extends Described {
  /** By rising x. Values that are not finite, or not above zero on the log scale, are skipped. */
  readonly points: readonly SweepPoint[];
  /** The theory's curve for the noisy data, by rising x. */
  readonly predicted: readonly { readonly x: number; readonly y: number }[] | null;
  /** Rank of the clean data: a dotted horizontal line. */
  readonly clean: number | null;
  /** Right end of the x axis, which begins at 0. */
  readonly xMax: number;
  readonly xLabel: string;
  /** What the y axis shows, e.g. "stable rank". */
  readonly caption: string;
  /** What the lines are called where they end. */
  readonly names: Readonly<Record<SweepNameKey, string>>;
  /** Critical noise: a dashed vertical line with its name above the plot. */
  readonly critical: { readonly x: number; readonly label: string } | null;
  /** The level of noise of the run on the page: a mark on the x axis, its label in place of a number there. */
  readonly current: { readonly x: number; readonly label: string } | null;
  /** What that run measured: hollow marks at `current`. */
  readonly currentPoint: { readonly data: number | null; readonly filters: number | null } | null;
  /** `log` is base two and begins at 1, the least rank of a matrix that is not zero. */
  readonly scale: 'linear' | 'log';
  /** Index of a point whose values are written out. */
  readonly highlight?: number | undefined;
  /** What was measured belongs to another experiment: paler and dashed. */
  readonly stale: boolean;
}

export type SweepRole = 'data' | 'filters';
export type SweepNameKey = SweepRole | 'predicted' | 'clean';

/** Whether a value can be drawn. */
export function drawable(value: number | null | undefined, scale: SweepData['scale']): value is number {
  return value !== null && value !== undefined && Number.isFinite(value) && (scale === 'linear' || value > 0);
}
