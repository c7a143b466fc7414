import { multiplyAdd } from '../lanes';
import { panelRows } from '../shape';

const unitBytes: usize = panelRows * 4;

/**
 * gradient[unit][column] += Σ over rows of left[row][unit]·right[row][column]: lanes are rows, eight sums in registers and the six
 * loads of a turn, no splats. Lanes are added up at the end of `count` panels, which should lie in the nearest cache.
 *
 * @param left ∂L/∂z, [panel][units][8]. @param right the layer below, [panel][columns][8]. @param gradient [units][columns]
 */
export function accumulate(left: usize, units: i32, right: usize, columns: i32, count: i32, gradient: usize): void {
  const leftBytes = <usize>units * unitBytes;
  const rightBytes = <usize>columns * unitBytes;
  const stride = <usize>columns * 4;
  for (let column: usize = 0; column < <usize>columns; column += 4) {
    let g = gradient + column * 4;
    for (let unit: usize = 0; unit < <usize>units; unit += 2) {
      let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0;
      let b0 = a0, b1 = a0, b2 = a0, b3 = a0;
      for (let half: usize = 0; half < 32; half += 16) {
        let l = left + unit * unitBytes + half;
        let r = right + column * unitBytes + half;
        const end = r + <usize>count * rightBytes;
        do {
          const l0 = v128.load(l);
          const l1 = v128.load(l, 32);
          const r0 = v128.load(r);
          const r1 = v128.load(r, 32);
          const r2 = v128.load(r, 64);
          const r3 = v128.load(r, 96);
          a0 = multiplyAdd(l0, r0, a0);
          b0 = multiplyAdd(l1, r0, b0);
          a1 = multiplyAdd(l0, r1, a1);
          b1 = multiplyAdd(l1, r1, b1);
          a2 = multiplyAdd(l0, r2, a2);
          b2 = multiplyAdd(l1, r2, b2);
          a3 = multiplyAdd(l0, r3, a3);
          b3 = multiplyAdd(l1, r3, b3);
          l += leftBytes;
          r += rightBytes;
        } while (r < end);
      }
      v128.store(g, f32x4.add(v128.load(g), lanesOf(a0, a1, a2, a3)));
      g += stride;
      v128.store(g, f32x4.add(v128.load(g), lanesOf(b0, b1, b2, b3)));
      g += stride;
    }
  }
}

/** The sums of the lanes of four vectors, in one. */
// @ts-ignore: decorator
@inline
function lanesOf(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}
