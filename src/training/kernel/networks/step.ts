const enum Rule {
  Descend,
  Momentum,
  Adam,
}

/**
 * w ← w − rate·direction, direction of g = scale·gradient + decay·w by the rule, and gradient ← 0 for the next step.
 * What rounding loses is carried into the next step (Kahan summation), as in `../update.ts`.
 *
 * @param count numbers, a multiple of four. @param mean, square what the rule remembers of earlier g and g²
 * @param rate, unbias of Adam with what its running means lack in the first steps: rate/(1 − 0.9^t), 1/(1 − 0.999^t)
 */
export function descend(
  count: i32, weights: usize, carry: usize, gradient: usize, mean: usize, square: usize, scale: f32, decay: f32, rate: f32, unbias: f32,
): void {
  step(Rule.Descend, count, weights, carry, gradient, mean, square, scale, decay, rate, unbias);
}
export function momentum(
  count: i32, weights: usize, carry: usize, gradient: usize, mean: usize, square: usize, scale: f32, decay: f32, rate: f32, unbias: f32,
): void {
  step(Rule.Momentum, count, weights, carry, gradient, mean, square, scale, decay, rate, unbias);
}
export function adam(
  count: i32, weights: usize, carry: usize, gradient: usize, mean: usize, square: usize, scale: f32, decay: f32, rate: f32, unbias: f32,
): void {
  step(Rule.Adam, count, weights, carry, gradient, mean, square, scale, decay, rate, unbias);
}

// @ts-ignore: decorator
@inline
function step(
  rule: i32, count: i32, weights: usize, carry: usize, gradient: usize, mean: usize, square: usize,
  scale: f32, decay: f32, rate: f32, unbias: f32,
): void {
  const bytes = <usize>count * 4;
  const scales = f32x4.splat(scale), decays = f32x4.splat(decay), rates = f32x4.splat(-rate), unbiases = f32x4.splat(unbias);
  for (let k: usize = 0; k < bytes; k += 16) {
    const before = v128.load(weights + k);
    const g = f32x4.add(f32x4.mul(scales, v128.load(gradient + k)), f32x4.mul(decays, before));
    v128.store(gradient + k, f32x4.splat(0));
    let direction = g;
    if (rule != Rule.Descend) {
      direction = running(mean + k, 0.9, 0.1, g);
      if (rule == Rule.Adam) {
        const u = running(square + k, 0.999, 0.001, f32x4.mul(g, g));
        direction = f32x4.div(direction, f32x4.add(f32x4.sqrt(f32x4.mul(u, unbiases)), f32x4.splat(1e-8)));
      }
    }
    const move = f32x4.add(f32x4.mul(rates, direction), v128.load(carry + k));
    const after = f32x4.add(before, move);
    v128.store(weights + k, after);
    v128.store(carry + k, f32x4.sub(move, f32x4.sub(after, before)));
  }
}

/** A running mean, kept where it is read. */
// @ts-ignore: decorator
@inline
function running(at: usize, kept: f32, fresh: f32, value: v128): v128 {
  const mean = f32x4.add(f32x4.mul(f32x4.splat(kept), v128.load(at)), f32x4.mul(f32x4.splat(fresh), value));
  v128.store(at, mean);
  return mean;
}
