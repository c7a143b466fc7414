import { golubKahanForm } from './golub-kahan-form';
import { gramProduct, type GramProduct } from './gram-product';
import type { Matrix } from './matrix';
import { nonZeroPart, type NonZeroPart } from './non-zero-part';
import { pivotedFactor } from './pivoted-qr';
import { Progress, type OnProgress } from './progress';
import { tridiagonalise } from './tridiagonal';
import { tridiagonalEigenvalues } from './tridiagonal-eigenvalues';

/**
 * Smallest s/s_1 that may come from AᵀA. Squaring costs half of the digits: an error of c·ε·s_1² in an eigenvalue is
 * one of at most c·ε·s_1²/s in its root, which down to this ratio stays under 1e-10·s_1 up to c = 225, or 0.45·columns
 * beyond 500. The largest c met are 42, 82 and 252 for 300, 784 and 1500 equal columns, whose sums all round alike.
 */
const smallestRatio = (columns: number) => 1e-6 * Math.max(columns, 500);

/** Below so many multiply-adds the Gram product costs less than asking whether it is of use. */
const worthProbing = 4e6;

const probeRows = 48;

/**
 * All min(rows, columns) singular values, descending, within 1e-10·s_1.
 *
 * Most matrices take the roots of the eigenvalues of AᵀA (or AAᵀ, the smaller);
 * where s_min/s_1 is too small for that, pivoted QR and the Golub–Kahan form,
 * which never square. Values beyond the largest double come out as Infinity.
 *
 * @param onProgress hears increasing shares in (0, 1], at most a few dozen.
 * @param gram makes AᵀA: a faster one where the caller has it, with the same sums.
 * @throws RangeError where an entry is not finite.
 */
export function singularValues(
  matrix: Matrix,
  onProgress?: OnProgress,
  gram: GramProduct = gramProduct,
): Float64Array<ArrayBuffer> {
  const all = new Float64Array(Math.min(matrix.rows, matrix.columns));
  const part = nonZeroPart(matrix);
  const progress = new Progress(onProgress);
  const found = (looksDeficient(part) ? undefined : bySquares(part, progress, gram)) ?? byReflections(part, progress);
  for (let i = 0; i < found.length; i++) all[i] = found[i] / part.scale;
  progress.finish();
  return all;
}

/**
 * Whether a few rows depend on one another. Clean images are a handful of rows
 * repeated: their Gram product would be long, and then of no use.
 */
function looksDeficient(part: NonZeroPart): boolean {
  const rows = part.rowOffsets.length;
  const columns = part.columnOffsets.length;
  if (rows * columns * columns < worthProbing) return false;
  const count = Math.min(probeRows, columns);
  const rowOffsets = Int32Array.from({ length: count }, (_, i) => part.rowOffsets[Math.floor((i * rows) / count)]);
  return pivotedFactor({ ...part, rowOffsets }, () => {}).rank < count;
}

/** @returns undefined where the roots of the smallest eigenvalues would be too far off. */
function bySquares(part: NonZeroPart, progress: Progress, product: GramProduct): Float64Array | undefined {
  const rows = part.rowOffsets.length;
  const columns = part.columnOffsets.length;
  // Measured with a vectorised product, as long computations have it: the reduction of one column costs eight rows.
  const gramShare = rows / (rows + 8 * columns);
  const gram = product(part, progress.stage(0.95 * gramShare));
  const squares = tridiagonalEigenvalues(tridiagonalise(gram, columns, progress.stage(0.95)));
  // Also the way out where there is nothing: an empty part has no last eigenvalue.
  if (!(squares[columns - 1] >= smallestRatio(columns) ** 2 * squares[0])) return undefined;
  return squares.map(Math.sqrt);
}

function byReflections(part: NonZeroPart, progress: Progress): Float64Array {
  const { values, columns, rank } = pivotedFactor(part, progress.stage(0.8));
  const pairs = tridiagonalEigenvalues(golubKahanForm(values, columns, rank, progress.stage(0.95)));
  return pairs.subarray(0, rank).map((value) => Math.max(value, 0));
}
