import type { Experiment } from '../experiment/parameters';

/** Numbers as they stand in sentences and tables: one function for each purpose. */

/** A rank; counting notions are whole numbers, as long as no mean is taken of them. */
export function rank(value: number, notion: Experiment['rank'] = 'stable'): string {
  const counted = notion === 'numerical' || notion === 'energy';
  return counted && Number.isInteger(value) ? String(value) : value.toFixed(1);
}

/** An accuracy, a share that is no percentage, a level of noise that a slider may pass by: steady in width. */
export const hundredths = (value: number): string => value.toFixed(2);

/** An accuracy and its standard error, where that is anything to see. */
export const withError = (accuracy: number, error: number): string =>
  hundredths(accuracy) + (hundredths(error) === '0.00' ? '' : ` ± ${hundredths(error)}`);

/** A loss: many decades of it are passed through. */
export const loss = (value: number): string =>
  value >= 0.001 || value === 0 ? value.toFixed(3) : value.toExponential(1);

/** Where hundredths would hide what a slider does. */
export const thousandths = (value: number): string => value.toFixed(3);

/** How many there are of something: whole, in groups of three. By hand, as a browser's own formatter takes tens of ms to start. */
export const count = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** Three digits, as a power of ten from a million on and where more than five decimals would be needed; infinity as a sign. */
export function short(value: number): string {
  if (value === Infinity) return '∞';
  if (value >= 1e6) return value.toExponential(1);
  if (value >= 1000) return count(Math.round(value));
  const three = Number(value.toPrecision(3)),
    text = String(three);
  return text.length > '0.00001'.length ? three.toExponential() : text;
}

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
