/** Side of a register tile, columns of one panel: eight vectors of two sums. */
const side: usize = 4;
const panelRowBytes: usize = side * 8;
const tileBytes: usize = side * side * 8;
/** Left panels taken together: at 128 rows they, a right panel and the next one fill most of a 32 kB first-level cache. */
const leftPanels: i32 = 5;

/**
 * Adds AᵀA of some rows of A to the lower half of a sum, in double precision: tile (p, q) for q ≤ p holds the products of the
 * columns of panels p and q. Multiplication and addition stay two roundings, in the order of `src/spectrum/gram-product.ts`,
 * in both builds: the result is the same to the last bit on every machine, with SIMD or without.
 *
 * @param rows at least one. @param packed A in panels of four columns, [panel][row][4]
 * @param tiles the sum, row by row of tiles: [p(p + 1)/2 + q][4][4]
 */
export function addGram(panels: i32, rows: i32, packed: usize, tiles: usize): void {
  const panelBytes = <usize>rows * panelRowBytes;
  for (let first = 0; first < panels; first += leftPanels) {
    const end = min(first + leftPanels, panels);
    for (let q = 0; q < end; q++) {
      const right = packed + <usize>q * panelBytes;
      for (let p = max(first, q); p < end; p++) {
        addTile(packed + <usize>p * panelBytes, right, panelBytes, tiles + <usize>((p * (p + 1)) / 2 + q) * tileBytes);
      }
    }
  }
}

/** tile[a][b] += Σ_k left[k][a]·right[k][b]: eight accumulators, and the six loads of a turn, which V8 moves to its start. */
// @ts-ignore: decorator
@inline
function addTile(left: usize, right: usize, panelBytes: usize, tile: usize): void {
  let a0 = f64x2.splat(0), a1 = a0, a2 = a0, a3 = a0;
  let b0 = a0, b1 = a0, b2 = a0, b3 = a0;
  let l = left;
  let r = right;
  const end = left + panelBytes;
  do {
    const x = v128.load(r);
    const y = v128.load(r, 16);
    const l0 = v128.load64_splat(l);
    const l1 = v128.load64_splat(l, 8);
    const l2 = v128.load64_splat(l, 16);
    const l3 = v128.load64_splat(l, 24);
    a0 = f64x2.add(a0, f64x2.mul(l0, x));
    b0 = f64x2.add(b0, f64x2.mul(l0, y));
    a1 = f64x2.add(a1, f64x2.mul(l1, x));
    b1 = f64x2.add(b1, f64x2.mul(l1, y));
    a2 = f64x2.add(a2, f64x2.mul(l2, x));
    b2 = f64x2.add(b2, f64x2.mul(l2, y));
    a3 = f64x2.add(a3, f64x2.mul(l3, x));
    b3 = f64x2.add(b3, f64x2.mul(l3, y));
    l += panelRowBytes;
    r += panelRowBytes;
  } while (l < end);
  add(tile, a0);
  add(tile + 16, b0);
  add(tile + 32, a1);
  add(tile + 48, b1);
  add(tile + 64, a2);
  add(tile + 80, b2);
  add(tile + 96, a3);
  add(tile + 112, b3);
}

// @ts-ignore: decorator
@inline
function add(sum: usize, addend: v128): void {
  v128.store(sum, f64x2.add(v128.load(sum), addend));
}
