import type { Described } from '../kit/chart';

/** The share of attention on the object against background noise, one run a point. */
export interface AttentionData extends Described {
  /** By rising x, the noise σ; NaN where the run diverged. */
  readonly points: readonly { readonly x: number; readonly share: number }[];
  /** What even shares would be: a dashed line. */
  readonly chance: { readonly value: number; readonly label: string };
  /** Where half of the filters' energy is noise, as measured: a dotted vertical line. */
  readonly half: { readonly x: number; readonly label: string } | null;
  /** The noise of the run on the page, and its share at the step that is shown. */
  readonly current: { readonly x: number; readonly label: string; readonly share: number | null };
  /** Right end of the x axis, which begins at 0. */
  readonly xMax: number;
  readonly xLabel: string;
  readonly caption: string;
  /** Head of the second column of its table. */
  readonly line: string;
}
