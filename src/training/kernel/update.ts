/**
 * W ← W + sign·ΔW for `count` entries (a multiple of 4), and ΔW ← 0 for the next step.
 *
 * What rounding loses, ΔW − (W_new − W_old), is carried into the next step (Kahan summation): small moves of a large entry
 * are not lost, and the error does not grow with the steps. Plain additions only: a fused one would break the carry.
 */
export function update(filters: usize, carry: usize, gradient: usize, count: i32, sign: f32): void {
  const signs = f32x4.splat(sign);
  const zero = f32x4.splat(0);
  const end = filters + <usize>count * 4;
  for (let w = filters, c = carry, g = gradient; w < end; w += 16, c += 16, g += 16) {
    const before = v128.load(w);
    const move = f32x4.add(f32x4.mul(v128.load(g), signs), v128.load(c));
    const after = f32x4.add(before, move);
    v128.store(w, after);
    v128.store(c, f32x4.sub(move, f32x4.sub(after, before)));
    v128.store(g, zero);
  }
}
