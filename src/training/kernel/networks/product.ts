import { Slope, slopeOf } from '../activation';
import { multiplyAdd } from '../lanes';
import { inverseExponent, inverseKappa, kappa, panelRows, tileFilters } from '../shape';

/** What becomes of a sum z: φ(z), by its exponent; h + relu(z); g + z; or g + z and what of it passes a gate. */
const enum End {
  Identity,
  Relu,
  Square,
  Cube,
  Quartic,
  Real,
  Residual,
  Sum,
  Gated,
}

const panelUnitBytes: usize = panelRows * 4;

/**
 * z = ⟨w_unit, row⟩ for `count` panels of rows, and what becomes of it, for each of `units` units: a function for each end.
 *
 * @param rows [panel][inner][8]. @param tiles weights in tiles of four units, [tile][inner][4]
 * @param base h or g, [panel][unit][8], where the end has one
 * @param out φ(z), h + relu(z) or g + z; the base itself will do
 * @param gate φ'(z) or relu'(z): written, but read by `productGated`
 * @param gated (g + z)·gate, by `productGated` alone
 */
export function productIdentity(
  rows: usize, count: i32, inner: i32, tiles: usize, units: i32, base: usize, out: usize, gate: usize, gated: usize,
): void {
  panels(End.Identity, rows, count, inner, tiles, units, base, out, gate, gated);
}
export function productRelu(
  rows: usize, count: i32, inner: i32, tiles: usize, units: i32, base: usize, out: usize, gate: usize, gated: usize,
): void {
  panels(End.Relu, rows, count, inner, tiles, units, base, out, gate, gated);
}
export function product2(
  rows: usize, count: i32, inner: i32, tiles: usize, units: i32, base: usize, out: usize, gate: usize, gated: usize,
): void {
  panels(End.Square, rows, count, inner, tiles, units, base, out, gate, gated);
}
export function product3(
  rows: usize, count: i32, inner: i32, tiles: usize, units: i32, base: usize, out: usize, gate: usize, gated: usize,
): void {
  panels(End.Cube, rows, count, inner, tiles, units, base, out, gate, gated);
}
export function product4(
  rows: usize, count: i32, inner: i32, tiles: usize, units: i32, base: usize, out: usize, gate: usize, gated: usize,
): void {
  panels(End.Quartic, rows, count, inner, tiles, units, base, out, gate, gated);
}
export function productReal(
  rows: usize, count: i32, inner: i32, tiles: usize, units: i32, base: usize, out: usize, gate: usize, gated: usize,
): void {
  panels(End.Real, rows, count, inner, tiles, units, base, out, gate, gated);
}
export function productResidual(
  rows: usize, count: i32, inner: i32, tiles: usize, units: i32, base: usize, out: usize, gate: usize, gated: usize,
): void {
  panels(End.Residual, rows, count, inner, tiles, units, base, out, gate, gated);
}
export function productSum(
  rows: usize, count: i32, inner: i32, tiles: usize, units: i32, base: usize, out: usize, gate: usize, gated: usize,
): void {
  panels(End.Sum, rows, count, inner, tiles, units, base, out, gate, gated);
}
export function productGated(
  rows: usize, count: i32, inner: i32, tiles: usize, units: i32, base: usize, out: usize, gate: usize, gated: usize,
): void {
  panels(End.Gated, rows, count, inner, tiles, units, base, out, gate, gated);
}

/** The register tile of `../forward.ts`: 8 rows × 4 units, six loads for eight multiply-adds. */
// @ts-ignore: decorator
@inline
function panels(
  end: i32, rows: usize, count: i32, inner: i32, tiles: usize, units: i32, base: usize, out: usize, gate: usize, gated: usize,
): void {
  const panelBytes = <usize>inner * panelUnitBytes;
  let firstPixel = rows;
  let at: usize = 0;
  for (let panel = 0; panel < count; panel++) {
    const endPixel = firstPixel + panelBytes;
    let w = tiles;
    for (let unit = 0; unit < units; unit += tileFilters) {
      let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0;
      let b0 = a0, b1 = a0, b2 = a0, b3 = a0;
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
        x += panelUnitBytes;
      } while (x < endPixel);
      finish(end, a0, at, base, out, gate, gated);
      finish(end, b0, at + 16, base, out, gate, gated);
      finish(end, a1, at + 32, base, out, gate, gated);
      finish(end, b1, at + 48, base, out, gate, gated);
      finish(end, a2, at + 64, base, out, gate, gated);
      finish(end, b2, at + 80, base, out, gate, gated);
      finish(end, a3, at + 96, base, out, gate, gated);
      finish(end, b3, at + 112, base, out, gate, gated);
      at += tileFilters * panelUnitBytes;
    }
    firstPixel = endPixel;
  }
}

/** The order of pmax's and pmin's arguments lets NaN through, so that a diverged run shows as one. */
// @ts-ignore: decorator
@inline
function finish(end: i32, z: v128, at: usize, base: usize, out: usize, gate: usize, gated: usize): void {
  if (end == End.Identity) {
    v128.store(out + at, z);
    v128.store(gate + at, f32x4.splat(1));
  } else if (end == End.Relu) {
    v128.store(out + at, f32x4.pmax(z, f32x4.splat(0)));
    v128.store(gate + at, above(z));
  } else if (end == End.Residual) {
    v128.store(out + at, f32x4.add(v128.load(base + at), f32x4.pmax(z, f32x4.splat(0))));
    v128.store(gate + at, above(z));
  } else if (end == End.Sum) {
    v128.store(out + at, f32x4.add(v128.load(base + at), z));
  } else if (end == End.Gated) {
    const g = f32x4.add(v128.load(base + at), z);
    v128.store(out + at, g);
    v128.store(gated + at, f32x4.mul(g, v128.load(gate + at)));
  } else {
    // With p = max(z, 0) and c = min(p, κ), φ(z) = c·φ'(z)/q + (p − c) on all three pieces.
    const positive = f32x4.pmax(z, f32x4.splat(0));
    const curved = f32x4.pmin(positive, f32x4.splat(kappa));
    const slope = slopeOf(slopeKind(end), f32x4.mul(curved, f32x4.splat(inverseKappa)));
    v128.store(gate + at, slope);
    v128.store(out + at, multiplyAdd(f32x4.mul(curved, f32x4.splat(inverseExponent)), slope, f32x4.sub(positive, curved)));
  }
}

// @ts-ignore: decorator
@inline
function slopeKind(end: i32): i32 {
  if (end == End.Square) return Slope.Linear;
  if (end == End.Cube) return Slope.Square;
  if (end == End.Quartic) return Slope.Cube;
  return Slope.Real;
}

/** 1 where z > 0, else 0. */
// @ts-ignore: decorator
@inline
function above(z: v128): v128 {
  return v128.and(f32x4.gt(z, f32x4.splat(0)), f32x4.splat(1));
}
