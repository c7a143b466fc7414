export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of a sample. */
export function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(1, values.length - 1));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** A fit by a constant and columns, in this order: weights, their standard errors, and the share of the variance that it explains. */
export interface Fit {
  readonly weights: readonly number[];
  readonly errors: readonly number[];
  readonly explained: number;
}

/** Least squares by the normal equations, for a handful of columns that are not nearly the same. */
export function leastSquares(columns: readonly (readonly number[])[], target: readonly number[]): Fit {
  const x = target.map((_, i) => [1, ...columns.map((column) => column[i]!)]);
  const size = columns.length + 1;
  const sum = (value: (i: number) => number) => target.reduce((total, _, i) => total + value(i), 0);
  const inverse = inverted(
    Array.from({ length: size }, (_, a) => Array.from({ length: size }, (__, b) => sum((i) => x[i]![a]! * x[i]![b]!))),
  );
  const products = Array.from({ length: size }, (_, a) => sum((i) => x[i]![a]! * target[i]!));
  const weights = inverse.map((row) => row.reduce((total, value, b) => total + value * products[b]!, 0));
  const rest = sum((i) => (target[i]! - x[i]!.reduce((total, value, a) => total + value * weights[a]!, 0)) ** 2);
  const middle = mean(target);
  return {
    weights,
    errors: inverse.map((row, a) => Math.sqrt((row[a]! * rest) / (target.length - size))),
    explained: 1 - rest / sum((i) => (target[i]! - middle) ** 2),
  };
}

/** Of a symmetric positive matrix, by elimination. */
function inverted(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, a) => [...row, ...row.map((_, b) => (a === b ? 1 : 0))]);
  for (let a = 0; a < size; a++) {
    const pivot = rows[a]!.map((value) => value / rows[a]![a]!);
    rows[a] = pivot;
    for (let b = 0; b < size; b++) if (b !== a) rows[b] = rows[b]!.map((value, i) => value - rows[b]![a]! * pivot[i]!);
  }
  return rows.map((row) => row.slice(size));
}
