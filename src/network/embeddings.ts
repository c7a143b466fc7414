import type { PatchedImages } from '../images/patched-images';
import type { Embedding } from './architecture';

/** An embedding of patches: one row for each, and their sums over every image. @param values [nP × columns]. */
export function embedding(
  name: Embedding['name'],
  { count, patches }: PatchedImages,
  values: Float64Array,
  columns: number,
): Embedding {
  const pooled = new Float64Array(count * columns);
  for (let row = 0; row < count * patches; row++) {
    const to = Math.floor(row / patches) * columns;
    for (let j = 0; j < columns; j++) pooled[to + j]! += values[row * columns + j]!;
  }
  return { name, patch: { rows: count * patches, columns, values }, pooled: { rows: count, columns, values: pooled } };
}

/** The images themselves. */
export function imageEmbedding(images: PatchedImages): Embedding {
  return embedding('x', images, images.values, images.dimension);
}
