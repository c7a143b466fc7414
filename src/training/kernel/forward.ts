import { Slope, slopeOf } from './activation';
import { multiplyAdd } from './lanes';
import {
  blockBytes, blockRows, classFilters, dimension, inverseExponent, inverseKappa, kappa, panelRows, slopeFraction, slopePower,
  tileFilters,
} from './shape';

/**
 * Forward product and activation of panels [first, first + count) of 8 rows.
 *
 * @param rows panels of X: [panel][d][8], so that one load holds one pixel of four rows
 * @param filters W, [2 × classFilters][d], class +1 first
 * @param sums out, [row]: Σ_r sign_r φ(⟨w_r, x⟩)
 * @param slopes out, [block of 64 rows][filter][64]: φ'(⟨w_r, x⟩)
 * @param keep 1 to keep the slopes; 0 where only sums matter: then all blocks share the memory of one
 */
export function forward(rows: usize, first: i32, count: i32, filters: usize, sums: usize, slopes: usize, keep: i32): void {
  const end = first + count;
  if (slopeFraction != 0 || slopePower > 3) panels(Slope.Real, rows, first, end, filters, sums, slopes, keep);
  else if (slopePower == 1) panels(Slope.Linear, rows, first, end, filters, sums, slopes, keep);
  else if (slopePower == 2) panels(Slope.Square, rows, first, end, filters, sums, slopes, keep);
  else panels(Slope.Cube, rows, first, end, filters, sums, slopes, keep);
}

/** A register tile of 8 rows × 4 filters: 8 accumulators, six loads for eight multiply-adds, no sums across lanes. */
// @ts-ignore: decorator
@inline
function panels(kind: i32, rows: usize, first: i32, end: i32, filters: usize, sums: usize, slopes: usize, keep: i32): void {
  const stride = <usize>dimension * 4;
  const panelBytes = stride * panelRows;
  const tiles = classFilters / tileFilters;
  for (let panel = first; panel < end; panel++) {
    const x0 = rows + <usize>panel * panelBytes;
    const row = panel * panelRows;
    const block = keep ? row / blockRows : 0;
    let slope = slopes + <usize>block * (<usize>classFilters * 2 * blockBytes) + <usize>(row % blockRows) * 4;
    let w0 = filters;
    let low = f32x4.splat(0);
    let high = f32x4.splat(0);
    for (let half = 0; half < 2; half++) {
      // The second class counts negatively: −(−(class +1) + class −1).
      low = f32x4.neg(low);
      high = f32x4.neg(high);
      for (let tile = 0; tile < tiles; tile++) {
        const w1 = w0 + stride;
        const w2 = w1 + stride;
        const w3 = w2 + stride;
        let a0 = f32x4.splat(0), a1 = f32x4.splat(0), a2 = f32x4.splat(0), a3 = f32x4.splat(0);
        let b0 = f32x4.splat(0), b1 = f32x4.splat(0), b2 = f32x4.splat(0), b3 = f32x4.splat(0);
        let x = x0;
        for (let k: usize = 0; k < stride; k += 16) {
          let a = v128.load(x), b = v128.load(x, 16);
          let w = v128.load32_splat(w0 + k);
          a0 = multiplyAdd(a, w, a0);
          b0 = multiplyAdd(b, w, b0);
          w = v128.load32_splat(w1 + k);
          a1 = multiplyAdd(a, w, a1);
          b1 = multiplyAdd(b, w, b1);
          w = v128.load32_splat(w2 + k);
          a2 = multiplyAdd(a, w, a2);
          b2 = multiplyAdd(b, w, b2);
          w = v128.load32_splat(w3 + k);
          a3 = multiplyAdd(a, w, a3);
          b3 = multiplyAdd(b, w, b3);

          a = v128.load(x, 32);
          b = v128.load(x, 48);
          w = v128.load32_splat(w0 + k, 4);
          a0 = multiplyAdd(a, w, a0);
          b0 = multiplyAdd(b, w, b0);
          w = v128.load32_splat(w1 + k, 4);
          a1 = multiplyAdd(a, w, a1);
          b1 = multiplyAdd(b, w, b1);
          w = v128.load32_splat(w2 + k, 4);
          a2 = multiplyAdd(a, w, a2);
          b2 = multiplyAdd(b, w, b2);
          w = v128.load32_splat(w3 + k, 4);
          a3 = multiplyAdd(a, w, a3);
          b3 = multiplyAdd(b, w, b3);

          a = v128.load(x, 64);
          b = v128.load(x, 80);
          w = v128.load32_splat(w0 + k, 8);
          a0 = multiplyAdd(a, w, a0);
          b0 = multiplyAdd(b, w, b0);
          w = v128.load32_splat(w1 + k, 8);
          a1 = multiplyAdd(a, w, a1);
          b1 = multiplyAdd(b, w, b1);
          w = v128.load32_splat(w2 + k, 8);
          a2 = multiplyAdd(a, w, a2);
          b2 = multiplyAdd(b, w, b2);
          w = v128.load32_splat(w3 + k, 8);
          a3 = multiplyAdd(a, w, a3);
          b3 = multiplyAdd(b, w, b3);

          a = v128.load(x, 96);
          b = v128.load(x, 112);
          w = v128.load32_splat(w0 + k, 12);
          a0 = multiplyAdd(a, w, a0);
          b0 = multiplyAdd(b, w, b0);
          w = v128.load32_splat(w1 + k, 12);
          a1 = multiplyAdd(a, w, a1);
          b1 = multiplyAdd(b, w, b1);
          w = v128.load32_splat(w2 + k, 12);
          a2 = multiplyAdd(a, w, a2);
          b2 = multiplyAdd(b, w, b2);
          w = v128.load32_splat(w3 + k, 12);
          a3 = multiplyAdd(a, w, a3);
          b3 = multiplyAdd(b, w, b3);
          x += 128;
        }
        low = f32x4.add(low, activate(kind, a0, slope));
        high = f32x4.add(high, activate(kind, b0, slope + 16));
        low = f32x4.add(low, activate(kind, a1, slope + blockBytes));
        high = f32x4.add(high, activate(kind, b1, slope + blockBytes + 16));
        low = f32x4.add(low, activate(kind, a2, slope + 2 * blockBytes));
        high = f32x4.add(high, activate(kind, b2, slope + 2 * blockBytes + 16));
        low = f32x4.add(low, activate(kind, a3, slope + 3 * blockBytes));
        high = f32x4.add(high, activate(kind, b3, slope + 3 * blockBytes + 16));
        slope += tileFilters * blockBytes;
        w0 = w3 + stride;
      }
    }
    const sum = sums + <usize>row * 4;
    v128.store(sum, f32x4.neg(low));
    v128.store(sum, f32x4.neg(high), 16);
  }
}

/**
 * Stores φ'(z), returns φ(z). With p = max(z, 0) and c = min(p, κ), φ(z) = c·φ'(z)/q + (p − c) on all three pieces.
 * The order of pmax's and pmin's arguments lets NaN through, so that a diverged run shows as one.
 */
// @ts-ignore: decorator
@inline
function activate(kind: i32, z: v128, out: usize): v128 {
  const positive = f32x4.pmax(z, f32x4.splat(0));
  const curved = f32x4.pmin(positive, f32x4.splat(kappa));
  const slope = slopeOf(kind, f32x4.mul(curved, f32x4.splat(inverseKappa)));
  v128.store(out, slope);
  return multiplyAdd(f32x4.mul(curved, f32x4.splat(inverseExponent)), slope, f32x4.sub(positive, curved));
}
