import { multiplyAdd } from '../lanes';

/*
 * What joins images and their patches, whose rows are kept one after another, [row][units]: weights[image][patch] are the
 * image's attention or gradients of it; which[image][patch] is the row of a patch, −1 for one of zeros.
 */

/** images[i] = Σ over patches of weights[i][p]·rows[which[i][p]] */
export function pool(count: i32, patches: i32, which: usize, weights: usize, rows: usize, units: i32, images: usize): void {
  const bytes = <usize>units * 4;
  for (let image = 0; image < count; image++) {
    const to = images + <usize>image * bytes;
    memory.fill(to, 0, bytes);
    for (let patch = 0; patch < patches; patch++) {
      const at = <usize>(image * patches + patch) * 4;
      const row = load<i32>(which + at);
      if (row >= 0) add(rows + <usize>row * bytes, v128.load32_splat(weights + at), to, bytes);
    }
  }
}

/** rows[which[i][p]] += weights[i][p]·images[i] */
export function spread(count: i32, patches: i32, which: usize, weights: usize, rows: usize, units: i32, images: usize): void {
  const bytes = <usize>units * 4;
  for (let image = 0; image < count; image++) {
    const from = images + <usize>image * bytes;
    for (let patch = 0; patch < patches; patch++) {
      const at = <usize>(image * patches + patch) * 4;
      const row = load<i32>(which + at);
      if (row >= 0) add(from, v128.load32_splat(weights + at), rows + <usize>row * bytes, bytes);
    }
  }
}

/** weights[i][p] = ⟨images[i], rows[which[i][p]]⟩ */
export function agree(count: i32, patches: i32, which: usize, weights: usize, rows: usize, units: i32, images: usize): void {
  const bytes = <usize>units * 4;
  for (let image = 0; image < count; image++) {
    const from = images + <usize>image * bytes;
    for (let patch = 0; patch < patches; patch++) {
      const at = <usize>(image * patches + patch) * 4;
      const row = load<i32>(which + at);
      store<f32>(weights + at, row >= 0 ? product(from, rows + <usize>row * bytes, bytes) : 0);
    }
  }
}

// @ts-ignore: decorator
@inline
function add(from: usize, weight: v128, to: usize, bytes: usize): void {
  for (let k: usize = 0; k < bytes; k += 16) v128.store(to + k, multiplyAdd(v128.load(from + k), weight, v128.load(to + k)));
}

// @ts-ignore: decorator
@inline
function product(a: usize, b: usize, bytes: usize): f32 {
  let sum = f32x4.splat(0);
  for (let k: usize = 0; k < bytes; k += 16) sum = multiplyAdd(v128.load(a + k), v128.load(b + k), sum);
  return f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3));
}
