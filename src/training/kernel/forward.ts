import { Slope, slopeOf } from './activation';
import { multiplyAdd } from './lanes';
import { blockBytes, blockRows, classes, classFilters, dimension, firstClass, inverseExponent, inverseKappa, kappa, panelRows, tileFilters } from './shape';

/**
 * Forward product and activation of panels [first, first + count) of 8 rows: one function for each form of the slope, since one
 * with a switch inside would have its branches folded together again by the compiler's optimiser.
 *
 * @param rows panels of X: [panel][d][8], so that one load holds one pixel of four rows
 * @param filters W in tiles of four filters, class +1 first: [tile][d][4]
 * @param sums out, [row]: Σ_r sign_r φ(⟨w_r, x⟩); in, of an instance that holds class −1 alone, what class +1 has in it
 * @param slopes out, [block of 64 rows][filter][64]: φ'(⟨w_r, x⟩)
 * @param keep 1 to keep the slopes; 0 where only sums matter: then all blocks share the memory of one
 */
export function forward2(rows: usize, first: i32, count: i32, filters: usize, sums: usize, slopes: usize, keep: i32): void {
  panels(Slope.Linear, rows, first, count, filters, sums, slopes, keep);
}
export function forward3(rows: usize, first: i32, count: i32, filters: usize, sums: usize, slopes: usize, keep: i32): void {
  panels(Slope.Square, rows, first, count, filters, sums, slopes, keep);
}
export function forward4(rows: usize, first: i32, count: i32, filters: usize, sums: usize, slopes: usize, keep: i32): void {
  panels(Slope.Cube, rows, first, count, filters, sums, slopes, keep);
}
export function forwardReal(rows: usize, first: i32, count: i32, filters: usize, sums: usize, slopes: usize, keep: i32): void {
  panels(Slope.Real, rows, first, count, filters, sums, slopes, keep);
}

/**
 * A register tile of 8 rows × 4 filters: 8 accumulators, six loads for eight multiply-adds, no sums across lanes. One pixel per
 * turn: V8 moves the loads of a turn to its start, and those of two pixels no longer fit sixteen registers.
 */
// @ts-ignore: decorator
@inline
function panels(kind: i32, rows: usize, first: i32, count: i32, filters: usize, sums: usize, slopes: usize, keep: i32): void {
  const panelBytes = <usize>dimension * panelRows * 4;
  const tiles = classFilters / tileFilters;
  const goesOn = firstClass == 1;
  const ends = firstClass + classes == 2;
  for (let panel = first, end = first + count; panel < end; panel++) {
    const firstPixel = rows + <usize>panel * panelBytes;
    const endPixel = firstPixel + panelBytes;
    const row = panel * panelRows;
    const block = keep ? row / blockRows : 0;
    let slope = slopes + <usize>block * (<usize>(classFilters * classes) * blockBytes) + <usize>(row % blockRows) * 4;
    let w = filters;
    const sum = sums + <usize>row * 4;
    let low = f32x4.splat(0);
    let high = f32x4.splat(0);
    if (goesOn) {
      low = v128.load(sum);
      high = v128.load(sum, 16);
    }
    for (let half = 0; half < classes; half++) {
      // The second class counts negatively: −(−(class +1) + class −1).
      low = f32x4.neg(low);
      high = f32x4.neg(high);
      for (let tile = 0; tile < tiles; tile++) {
        let a0 = f32x4.splat(0), a1 = f32x4.splat(0), a2 = f32x4.splat(0), a3 = f32x4.splat(0);
        let b0 = f32x4.splat(0), b1 = f32x4.splat(0), b2 = f32x4.splat(0), b3 = f32x4.splat(0);
        let x = firstPixel;
        do {
          const a = v128.load(x);
          const b = v128.load(x, 16);
          const w0 = v128.load32_splat(w);
          const w1 = v128.load32_splat(w, 4);
          const w2 = v128.load32_splat(w, 8);
          const w3 = v128.load32_splat(w, 12);
          a0 = multiplyAdd(a, w0, a0);
          b0 = multiplyAdd(b, w0, b0);
          a1 = multiplyAdd(a, w1, a1);
          b1 = multiplyAdd(b, w1, b1);
          a2 = multiplyAdd(a, w2, a2);
          b2 = multiplyAdd(b, w2, b2);
          a3 = multiplyAdd(a, w3, a3);
          b3 = multiplyAdd(b, w3, b3);
          w += 16;
          x += 32;
        } while (x < endPixel);
        low = f32x4.add(low, activate(kind, a0, slope));
        high = f32x4.add(high, activate(kind, b0, slope + 16));
        low = f32x4.add(low, activate(kind, a1, slope + blockBytes));
        high = f32x4.add(high, activate(kind, b1, slope + blockBytes + 16));
        low = f32x4.add(low, activate(kind, a2, slope + 2 * blockBytes));
        high = f32x4.add(high, activate(kind, b2, slope + 2 * blockBytes + 16));
        low = f32x4.add(low, activate(kind, a3, slope + 3 * blockBytes));
        high = f32x4.add(high, activate(kind, b3, slope + 3 * blockBytes + 16));
        slope += tileFilters * blockBytes;
      }
    }
    v128.store(sum, ends ? f32x4.neg(low) : low);
    v128.store(sum, ends ? f32x4.neg(high) : high, 16);
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
