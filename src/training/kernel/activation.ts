import { multiplyAdd } from './lanes';
import { slopeFraction, slopePower } from './shape';

/** Slopes with an own fast path: t, t², t³ (q = 2, 3, 4), and any real power. */
export const enum Slope {
  Linear = 1,
  Square = 2,
  Cube = 3,
  Real = 4,
}

/** t^{q−1} for t in [0, 1]; NaN stays NaN. `kind` is a constant, so that only one branch is compiled. */
// @ts-ignore: decorator
@inline
export function slopeOf(kind: i32, t: v128): v128 {
  if (kind == Slope.Linear) return t;
  if (kind == Slope.Square) return f32x4.mul(t, t);
  if (kind == Slope.Cube) return f32x4.mul(f32x4.mul(t, t), t);
  return realPower(t);
}

/** The whole power by multiplication, the fraction by 2^{fraction·log₂ t}: error about 1e-6 of the result for t > 1e-4. */
function realPower(t: v128): v128 {
  let whole = t;
  for (let i = 1; i < slopePower; i++) whole = f32x4.mul(whole, t);
  if (slopeFraction == 0) return whole;

  // t = 2^e·c with c in [√½, √2); log₂ c by the series of artanh((c − 1)/(c + 1)), whose next term is below 1e-8.
  const bits = i32x4.sub(t, i32x4.splat(0x3f3504f3));
  const exponent = f32x4.convert_i32x4_s(i32x4.shr_s(bits, 23));
  const c = i32x4.add(v128.and(bits, i32x4.splat(0x007fffff)), i32x4.splat(0x3f3504f3));
  const one = f32x4.splat(1);
  const s = f32x4.div(f32x4.sub(c, one), f32x4.add(c, one));
  const square = f32x4.mul(s, s);
  let series = f32x4.splat(0.32059889);
  series = multiplyAdd(series, square, f32x4.splat(0.41219858));
  series = multiplyAdd(series, square, f32x4.splat(0.57707802));
  series = multiplyAdd(series, square, f32x4.splat(0.96179669));
  series = multiplyAdd(series, square, f32x4.splat(2.8853901));
  const log = f32x4.mul(series, s);

  // 2^y = 2^i·2^r, |r| ≤ ½, by the series of the exponential to the seventh order.
  const fraction = f32x4.splat(slopeFraction);
  const coarse = f32x4.mul(fraction, exponent);
  const fine = f32x4.mul(fraction, log);
  const nearest = f32x4.nearest(f32x4.add(coarse, fine));
  const r = f32x4.add(f32x4.sub(coarse, nearest), fine);
  let power = f32x4.splat(1.5252734e-5);
  power = multiplyAdd(power, r, f32x4.splat(1.5403530e-4));
  power = multiplyAdd(power, r, f32x4.splat(1.3333558e-3));
  power = multiplyAdd(power, r, f32x4.splat(9.6181291e-3));
  power = multiplyAdd(power, r, f32x4.splat(5.5504109e-2));
  power = multiplyAdd(power, r, f32x4.splat(0.24022651));
  power = multiplyAdd(power, r, f32x4.splat(0.69314718));
  power = multiplyAdd(power, r, one);
  // t = 0 gives e = −127, hence a zero or tiny scale; the whole power is zero there anyway.
  const scale = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(nearest), i32x4.splat(127)), 23);
  return f32x4.mul(whole, f32x4.mul(power, scale));
}
