import { multiplyAdd } from '../lanes';
import { panelRows } from '../shape';

const unitBytes: usize = panelRows * 4;

/** out[row] = Σ over units of vector[unit]·row[unit]. @param rows [panel][units][8] */
export function sums(rows: usize, count: i32, units: i32, vector: usize, out: usize): void {
  let x = rows;
  let to = out;
  for (let panel = 0; panel < count; panel++) {
    let low = f32x4.splat(0), high = low;
    const end = vector + <usize>units * 4;
    for (let v = vector; v < end; v += 4) {
      const a = v128.load32_splat(v);
      low = multiplyAdd(v128.load(x), a, low);
      high = multiplyAdd(v128.load(x, 16), a, high);
      x += unitBytes;
    }
    v128.store(to, low);
    v128.store(to, high, 16);
    to += unitBytes;
  }
}

/**
 * Where the gradient begins: ∂L/∂h = weight[row]·vector[unit], and what of it passes the gate of the last layer.
 * @param out, gated [panel][units][8]
 */
export function seed(weights: usize, count: i32, vector: usize, units: i32, gate: usize, out: usize, gated: usize): void {
  const end = vector + <usize>units * 4;
  let weight = weights;
  let at: usize = 0;
  for (let panel = 0; panel < count; panel++) {
    const low = v128.load(weight), high = v128.load(weight, 16);
    for (let v = vector; v < end; v += 4) {
      const a = v128.load32_splat(v);
      const g = f32x4.mul(low, a), h = f32x4.mul(high, a);
      v128.store(out + at, g);
      v128.store(out + at, h, 16);
      v128.store(gated + at, f32x4.mul(g, v128.load(gate + at)));
      v128.store(gated + at, f32x4.mul(h, v128.load(gate + at, 16)), 16);
      at += unitBytes;
    }
    weight += unitBytes;
  }
}

/** In place, rows ← (rows + weight[row]·vector[unit])·gate: what reaches tokens by their values and by the attention they get. */
export function seedTokens(weights: usize, count: i32, vector: usize, units: i32, gate: usize, rows: usize): void {
  const end = vector + <usize>units * 4;
  let weight = weights;
  let x = rows;
  let s = gate;
  for (let panel = 0; panel < count; panel++) {
    const low = v128.load(weight), high = v128.load(weight, 16);
    for (let v = vector; v < end; v += 4) {
      const u = v128.load32_splat(v);
      v128.store(x, f32x4.mul(multiplyAdd(low, u, v128.load(x)), v128.load(s)));
      v128.store(x, f32x4.mul(multiplyAdd(high, u, v128.load(x, 16)), v128.load(s, 16)), 16);
      x += unitBytes;
      s += unitBytes;
    }
    weight += unitBytes;
  }
}
