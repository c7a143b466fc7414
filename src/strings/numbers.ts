/** Numbers as they stand in sentences. */

export const rank = (value: number): string => value.toFixed(1);

/** A share in percent; rounding must not claim all or nothing. */
export function percent(share: number): string {
  if (share > 0.999 && share < 1) return 'over 99.9%';
  if (share > 0 && share < 0.001) return 'under 0.1%';
  return `${Math.round(share * 1000) / 10}%`;
}

/** Three digits; infinity as a sign. */
export function short(value: number): string {
  if (value === Infinity) return '∞';
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
