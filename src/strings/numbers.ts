/** Numbers as they stand in sentences. */

export const rank = (value: number): string => value.toFixed(1);

/** Three digits; infinity as a sign. */
export function short(value: number): string {
  if (value === Infinity) return '∞';
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
