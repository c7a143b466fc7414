import type { PatchedImages } from '../images/patched-images';

/** Which patch of each clean image is the only one that is not empty; null where that is not so. */
export function objectPatches({ count, patches, dimension, values }: PatchedImages): Int32Array | null {
  const objects = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    let full = 0;
    for (let p = 0; p < patches; p++) {
      const from = (i * patches + p) * dimension;
      if (!values.subarray(from, from + dimension).some((value) => value !== 0)) continue;
      full += 1;
      objects[i] = p;
    }
    if (full !== 1) return null;
  }
  return objects;
}
