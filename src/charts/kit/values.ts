/** A rank as it is written beside its mark: counts have no decimals. */
export function formatValue(value: number): string {
  return Number.isInteger(value) || Math.abs(value) >= 1000 ? value.toFixed(0) : value.toFixed(1);
}

/** A number with a true minus sign. */
export function signed(text: string): string {
  return text.replace('-', '−');
}

/** A level of noise as it is written under an axis. */
export function formatNoise(value: number): string {
  return String(Number(value.toFixed(value < 0.1 ? 3 : 2)));
}
