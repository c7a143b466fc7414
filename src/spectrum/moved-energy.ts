import { dot } from './dot';

/** Where a matrix has moved: the energies of W − W₀. */
export interface MovedEnergy {
  /** ‖(W − W₀)Π‖²_F / ‖W − W₀‖²_F, the share of it that lies in a subspace, in [0, 1]. */
  readonly share: number;
  /** The share along each row of the subspace's basis; they add up to `share`. */
  readonly along: Float64Array;
  /** How many of them the rows have followed. */
  readonly followed: number;
}

/** A direction is followed that has at least this part of the most energy along one: a tenth of its length, as the numerical rank counts. */
const leastPart = 0.1 ** 2;

/**
 * @param from W₀, of the same shape. @param basis orthonormal rows, [r × columns] row-major.
 * @returns null where nothing has moved. @throws RangeError where the shapes do not fit.
 */
export function movedEnergy(
  values: ArrayLike<number>,
  from: ArrayLike<number>,
  columns: number,
  basis: Float64Array,
): MovedEnergy | null {
  if (values.length !== from.length)
    throw new RangeError(`${values.length} values cannot have moved from ${from.length}.`);
  if (basis.length % columns !== 0)
    throw new RangeError(`A basis of ${basis.length} values has no rows of ${columns}.`);
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] - from[i]));
  if (largest === 0) return null;

  const row = new Float64Array(columns);
  const along = new Float64Array(basis.length / columns);
  let total = 0;
  for (let at = 0; at < values.length; at += columns) {
    // Relative to the largest entry, so that no square overflows or vanishes.
    for (let j = 0; j < columns; j++) row[j] = (values[at + j] - from[at + j]) / largest;
    total += dot(row, 0, row, 0, columns);
    for (let k = 0; k < along.length; k++) along[k] += dot(row, 0, basis, k * columns, columns) ** 2;
  }
  for (let k = 0; k < along.length; k++) along[k] /= total;
  const share = Math.min(
    1,
    along.reduce((sum, part) => sum + part, 0),
  );
  return { share, along, followed: followedOf(along, share, columns) };
}

/** Directions with more than a small part of the most energy, and more than the others of the space have on average. */
function followedOf(along: Float64Array, share: number, columns: number): number {
  const most = along.reduce((found, part) => Math.max(found, part), 0);
  const beside = columns > along.length ? (1 - share) / (columns - along.length) : 0;
  return along.filter((part) => part > 0 && part >= leastPart * most && part > beside).length;
}
