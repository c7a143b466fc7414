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

/** A whole number as an exponent. */
export function superscript(exponent: number): string {
  const figures = Array.from(String(Math.abs(exponent)), (figure) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(figure)));
  return `${exponent < 0 ? '⁻' : ''}${figures.join('')}`;
}

const unknown = '–';

/** Four significant digits, as in tables; a dash for what is not known. */
export function tableNumber(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return unknown;
  const short = Number(value.toPrecision(4));
  return (Math.abs(short) < 1e-4 && short !== 0 ? short.toExponential() : String(short)).replaceAll('-', '−');
}
