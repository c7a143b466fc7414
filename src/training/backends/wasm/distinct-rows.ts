import type { PatchedImages } from '../../../images/patched-images';

/** The patches of a set of images with repetitions and empty patches taken out. */
export interface DistinctRows {
  /** Which patch, counted over all images, each distinct row is a copy of: [rows]. */
  readonly sources: Int32Array;
  /** The distinct row of each patch, [n × P]; −1 for a patch of zeros. */
  readonly rowOfPatch: Int32Array;
}

/**
 * Finds patches that are equal in single precision. Object patches without noise repeat, one row per feature; backgrounds
 * without noise are zero, and φ(0) = φ'(0) = 0. The products of equal rows are equal, so one of them is enough.
 */
export function distinctRows(images: PatchedImages): DistinctRows {
  const { count, patches, dimension, values } = images;
  const rowOfPatch = new Int32Array(count * patches);
  const sources: number[] = [];
  const rowsByHash = new Map<number, number[]>();
  const pixels = new Float32Array(dimension);
  const bits = new Int32Array(pixels.buffer);

  for (let patch = 0; patch < rowOfPatch.length; patch++) {
    let hash = 0;
    let filled = 0;
    for (let k = 0; k < dimension; k++) {
      // Adding zero turns −0 into 0, whose bits would differ.
      pixels[k] = values[patch * dimension + k]! + 0;
      filled |= bits[k]!;
      hash = Math.imul(hash ^ bits[k]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    if (filled === 0) {
      rowOfPatch[patch] = -1;
      continue;
    }
    const candidates = rowsByHash.get(hash);
    const known = candidates?.find((row) => equalRows(values, sources[row]!, patch, dimension));
    if (known !== undefined) {
      rowOfPatch[patch] = known;
      continue;
    }
    const row = sources.push(patch) - 1;
    rowOfPatch[patch] = row;
    if (candidates) candidates.push(row);
    else rowsByHash.set(hash, [row]);
  }
  return { sources: Int32Array.from(sources), rowOfPatch };
}

function equalRows(values: Float64Array, a: number, b: number, dimension: number): boolean {
  for (let k = 0; k < dimension; k++) {
    if (Math.fround(values[a * dimension + k]!) !== Math.fround(values[b * dimension + k]!)) return false;
  }
  return true;
}
