import { panelRows, tileFilters } from '../shape';

const panelUnitBytes: usize = panelRows * 4;

/**
 * Rows into panels: row by row as they are kept, [row][columns], to [panel][columns][8].
 * @param which the row of each place, [panels × 8]
 */
export function gather(rows: usize, columns: i32, which: usize, panels: i32, out: usize): void {
  const stride = <usize>columns * 4;
  let to = out;
  let w = which;
  for (let panel = 0; panel < panels; panel++) {
    for (let half: usize = 0; half < panelUnitBytes; half += 16) {
      transpose(
        rows + <usize>load<i32>(w) * stride, rows + <usize>load<i32>(w, 4) * stride,
        rows + <usize>load<i32>(w, 8) * stride, rows + <usize>load<i32>(w, 12) * stride,
        stride, to + half, panelUnitBytes,
      );
      w += 16;
    }
    to += <usize>columns * panelUnitBytes;
  }
}

/** Panels into rows, in their order: [panel][columns][8] to [row][columns]. */
export function scatter(panels: usize, count: i32, columns: i32, out: usize): void {
  const stride = <usize>columns * 4;
  let from = panels;
  let row = out;
  for (let panel = 0; panel < count; panel++) {
    for (let column: usize = 0; column < stride; column += 16) {
      for (let half: usize = 0; half < panelUnitBytes; half += 16) {
        const at = from + half;
        transpose(at, at + panelUnitBytes, at + 2 * panelUnitBytes, at + 3 * panelUnitBytes, 16, row + (half >> 2) * stride + column, stride);
      }
      from += 4 * panelUnitBytes;
    }
    row += <usize>panelRows * stride;
  }
}

/** Weights [units][columns] as the forward product reads them: tiles of four units, [tile][columns][4]. */
export function tile(weights: usize, units: i32, columns: i32, out: usize): void {
  const stride = <usize>columns * 4;
  let w = weights;
  let to = out;
  for (let unit = 0; unit < units; unit += tileFilters) {
    transpose(w, w + stride, w + 2 * stride, w + 3 * stride, stride, to, 16);
    w += tileFilters * stride;
    to += tileFilters * stride;
  }
}

/** The same for the product back to the layer below, whose sums run over units: [tile of columns][units][4]. */
export function tileTransposed(weights: usize, units: i32, columns: i32, out: usize): void {
  const stride = <usize>columns * 4;
  let to = out;
  for (let column: usize = 0; column < stride; column += 16) {
    let w = weights + column;
    for (let unit = 0; unit < units; unit++) {
      v128.store(to, v128.load(w));
      w += stride;
      to += 16;
    }
  }
}

/** Four rows of `bytes`, four columns at a time, to four vectors `step` bytes apart, each with one column of the four rows. */
// @ts-ignore: decorator
@inline
function transpose(row0: usize, row1: usize, row2: usize, row3: usize, bytes: usize, out: usize, step: usize): void {
  let to = out;
  for (let k: usize = 0; k < bytes; k += 16) {
    const r0 = v128.load(row0 + k), r1 = v128.load(row1 + k), r2 = v128.load(row2 + k), r3 = v128.load(row3 + k);
    const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5), low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
    const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7), high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
    v128.store(to, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
    v128.store(to + step, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7));
    v128.store(to + 2 * step, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5));
    v128.store(to + 3 * step, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7));
    to += 4 * step;
  }
}
