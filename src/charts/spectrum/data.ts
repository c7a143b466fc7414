import type { Described } from '../kit/chart';
import { superscript } from '../kit/numbers';

/** What a spectrum chart shows: the singular values of one matrix as energies, each a share of the largest: they add up to the stable rank. */
export interface SpectrumData extends Described {
  /** Singular values, largest first, in any unit. Those after `shownCount` are not drawn. */
  readonly values: ArrayLike<number>;
  /** Whose they are: decides the colours of bars and ghost. */
  readonly role: 'clean' | 'data' | 'filters';
  /** Singular values to compare with, drawn as a dotted line where there is room: of the clean data, or of the filters at initialisation. */
  readonly ghost?: { readonly values: ArrayLike<number>; readonly label: string } | undefined;
  /** The same of pinned runs, each with a letter: thin lines in ink. */
  readonly pins?: readonly { readonly label: string; readonly values: ArrayLike<number> }[] | undefined;
  /** So many bars are full; where there is room a dashed line stands after them. */
  readonly signalDimension: number;
  /** Names the dashed line: "2K = 6". */
  readonly signalLabel: string;
  /** Places on the x axis; panels to be compared pass the same. */
  readonly shownCount: number;
  /** `log` shows eight decades of energy; less stands on its floor. */
  readonly scale: 'linear' | 'log';
  /** A few words for the free space beside the signal; dropped where there is none. */
  readonly annotation?: string | undefined;
  /** Index of a value (from 0) to emphasise and to label with its number. */
  readonly highlight?: number | undefined;
  /** Of the x axis, dropped where there is no room beside its numbers: "directions, by energy". */
  readonly title: string;
  /** Names the y axis, where it has room for numbers. */
  readonly caption: string;
}

/** The lower end of the log scale: a ten-thousandth of the largest singular value. */
export const LOG_FLOOR = 1e-8;

/**
 * Energies over the largest (s_i² / s_1²), at most `count` of them; values that are not finite count as zero, and
 * a zero matrix stays zero.
 */
export function energies(values: ArrayLike<number>, count: number): number[] {
  const length = Math.min(values.length, count);
  const largest = values[0] ?? 0;
  return Array.from({ length }, (_, i) => {
    const ratio = heightAt(values, i) / largest;
    return Number.isFinite(ratio) ? ratio * ratio : 0;
  });
}

/** Beyond its last value a spectrum is zero. */
export function heightAt(values: ArrayLike<number>, index: number): number {
  return values[index] ?? 0;
}

/** A ratio in 0…1 to three digits: 0.932, 0.0120, 3.2 × 10⁻⁵. */
export function formatRatio(ratio: number): string {
  if (ratio === 0) return '0';
  if (ratio >= 0.9995) return '1';
  if (ratio >= 0.001) return ratio < 0.1 ? ratio.toPrecision(2) : ratio.toFixed(3);
  const [mantissa, exponent] = ratio.toExponential(1).split('e-');
  return `${mantissa} × 10${superscript(-Number(exponent))}`;
}
