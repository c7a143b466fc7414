import { classes, classFilters, dimension, firstClass, tileFilters } from './shape';

/**
 * W ← W ± ΔW, plus for class +1 and minus for class −1, and ΔW ← 0 for the next step.
 *
 * What rounding loses, ΔW − (W_new − W_old), is carried into the next step (Kahan summation): small moves of a large entry
 * are not lost, and the error does not grow with the steps. Plain additions only: a fused one would break the carry.
 *
 * @param filters, carry in tiles of four filters, [tile][d][4]. @param gradient ΔW, [filter][d]
 */
export function update(filters: usize, carry: usize, gradient: usize): void {
  const stride = <usize>dimension * 4;
  const tiles = classFilters / tileFilters;
  let w = filters;
  let c = carry;
  let g = gradient;
  for (let tile = 0; tile < classes * tiles; tile++) {
    const sign = f32x4.splat(firstClass * tiles + tile < tiles ? 1 : -1);
    for (const end = g + stride; g < end; g += 16, w += 64, c += 64) {
      // Four pixels of four filters, transposed.
      const r0 = take(g), r1 = take(g + stride), r2 = take(g + 2 * stride), r3 = take(g + 3 * stride);
      const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5), low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
      const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7), high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
      add(w, c, f32x4.mul(sign, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5)));
      add(w + 16, c + 16, f32x4.mul(sign, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7)));
      add(w + 32, c + 32, f32x4.mul(sign, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5)));
      add(w + 48, c + 48, f32x4.mul(sign, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7)));
    }
    g += (tileFilters - 1) * stride;
  }
}

// @ts-ignore: decorator
@inline
function take(gradient: usize): v128 {
  const value = v128.load(gradient);
  v128.store(gradient, f32x4.splat(0));
  return value;
}

// @ts-ignore: decorator
@inline
function add(w: usize, c: usize, delta: v128): void {
  const before = v128.load(w);
  const move = f32x4.add(delta, v128.load(c));
  const after = f32x4.add(before, move);
  v128.store(w, after);
  v128.store(c, f32x4.sub(move, f32x4.sub(after, before)));
}
