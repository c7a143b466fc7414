import { multiplyAdd } from './lanes';
import { blockBytes, blockRows, classes, classFilters } from './shape';

/**
 * Turns the slopes of blocks [first, first + count) into coefficients, φ'·(weight of the row), in place, and notes the active
 * ones: masks[block][filter] has bit i set where row i of the block has a slope. About half have none and cost nothing below.
 *
 * @param weights [row]: step length × Σ over the images that hold the row of −∂L/∂f
 */
export function prepare(first: i32, count: i32, slopes: usize, masks: usize, weights: usize): void {
  const filters = <usize>(classFilters * classes);
  const zero = f32x4.splat(0);
  for (let block = <usize>first, end = <usize>(first + count); block < end; block++) {
    const weight = weights + block * blockBytes;
    let slope = slopes + block * filters * blockBytes;
    let mask = masks + block * filters * 8;
    for (let filter: usize = 0; filter < filters; filter++) {
      let bits: u64 = 0;
      for (let i: usize = 0; i < <usize>blockBytes; i += 16) {
        const s = v128.load(slope + i);
        // "Not equal" is true for NaN: a diverged run must not look converged.
        bits |= <u64>i32x4.bitmask(f32x4.ne(s, zero)) << (i >> 2);
        v128.store(slope + i, f32x4.mul(s, v128.load(weight + i)));
      }
      store<u64>(mask, bits);
      slope += blockBytes;
      mask += 8;
    }
  }
}

/**
 * gradient[filter][chunk] += Σ over active rows of coefficient·row, for one chunk of pixels, over blocks [first, first + count):
 * one function for each width of the chunk, in vectors of four pixels. V8 moves the loads of a row to its start, so that seven of
 * them, seven accumulators and the coefficient are all that its fifteen registers hold; an eighth costs half the speed.
 *
 * @param rows the chunk of X: [row][4·width]
 * @param gradient [filter][…], offset to the chunk; `stride` bytes from filter to filter
 */
export function accumulate1(first: i32, count: i32, rows: usize, slopes: usize, masks: usize, gradient: usize, stride: i32): void {
  chunk(1, first, count, rows, slopes, masks, gradient, stride);
}
export function accumulate2(first: i32, count: i32, rows: usize, slopes: usize, masks: usize, gradient: usize, stride: i32): void {
  chunk(2, first, count, rows, slopes, masks, gradient, stride);
}
export function accumulate3(first: i32, count: i32, rows: usize, slopes: usize, masks: usize, gradient: usize, stride: i32): void {
  chunk(3, first, count, rows, slopes, masks, gradient, stride);
}
export function accumulate4(first: i32, count: i32, rows: usize, slopes: usize, masks: usize, gradient: usize, stride: i32): void {
  chunk(4, first, count, rows, slopes, masks, gradient, stride);
}
export function accumulate5(first: i32, count: i32, rows: usize, slopes: usize, masks: usize, gradient: usize, stride: i32): void {
  chunk(5, first, count, rows, slopes, masks, gradient, stride);
}
export function accumulate6(first: i32, count: i32, rows: usize, slopes: usize, masks: usize, gradient: usize, stride: i32): void {
  chunk(6, first, count, rows, slopes, masks, gradient, stride);
}
export function accumulate7(first: i32, count: i32, rows: usize, slopes: usize, masks: usize, gradient: usize, stride: i32): void {
  chunk(7, first, count, rows, slopes, masks, gradient, stride);
}

/** `width` accumulators in registers: the comparisons with the constant `width` are decided when compiling. */
// @ts-ignore: decorator
@inline
function chunk(
  width: i32, first: i32, count: i32, rows: usize, slopes: usize, masks: usize, gradient: usize, stride: i32,
): void {
  const filters = <usize>(classFilters * classes);
  const bytes = <usize>width * 16;
  const blockSlopes = filters * blockBytes;
  const firstRows = rows + <usize>first * (bytes * blockRows);
  let g = gradient;
  for (let filter: usize = 0; filter < filters; filter++) {
    let a0 = v128.load(g);
    let a1 = f32x4.splat(0), a2 = a1, a3 = a1, a4 = a1, a5 = a1, a6 = a1;
    if (width > 1) a1 = v128.load(g, 16);
    if (width > 2) a2 = v128.load(g, 32);
    if (width > 3) a3 = v128.load(g, 48);
    if (width > 4) a4 = v128.load(g, 64);
    if (width > 5) a5 = v128.load(g, 80);
    if (width > 6) a6 = v128.load(g, 96);
    let block = firstRows;
    let coefficients = slopes + <usize>first * blockSlopes + filter * blockBytes;
    let mask = masks + (<usize>first * filters + filter) * 8;
    for (let left = count; left > 0; left--) {
      for (let bits = load<u64>(mask); bits != 0; bits &= bits - 1) {
        const row = <usize>ctz(bits);
        const c = v128.load32_splat(coefficients + row * 4);
        const x = block + row * bytes;
        a0 = multiplyAdd(v128.load(x), c, a0);
        if (width > 1) a1 = multiplyAdd(v128.load(x, 16), c, a1);
        if (width > 2) a2 = multiplyAdd(v128.load(x, 32), c, a2);
        if (width > 3) a3 = multiplyAdd(v128.load(x, 48), c, a3);
        if (width > 4) a4 = multiplyAdd(v128.load(x, 64), c, a4);
        if (width > 5) a5 = multiplyAdd(v128.load(x, 80), c, a5);
        if (width > 6) a6 = multiplyAdd(v128.load(x, 96), c, a6);
      }
      block += bytes * blockRows;
      coefficients += blockSlopes;
      mask += filters * 8;
    }
    v128.store(g, a0);
    if (width > 1) v128.store(g, a1, 16);
    if (width > 2) v128.store(g, a2, 32);
    if (width > 3) v128.store(g, a3, 48);
    if (width > 4) v128.store(g, a4, 64);
    if (width > 5) v128.store(g, a5, 80);
    if (width > 6) v128.store(g, a6, 96);
    g += stride;
  }
}
