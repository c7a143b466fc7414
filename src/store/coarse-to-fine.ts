/** Sizes of the blocks that a cell stands for while the map is refined, coarsest first. */
const blocks = [4, 2, 1];

/** The cell that is computed for the block of a size that a cell lies in. */
function representative(index: number, size: number, count: number): number {
  return Math.min(Math.floor(index / size) * size + (size >> 1), count - 1);
}

/** Every cell of a map once, as row-major indices: one for each large block, then for each smaller one. */
export function coarseToFine(rows: number, columns: number): number[] {
  const order = new Set<number>();
  for (const size of blocks) {
    for (let row = 0; row < rows; row += size) {
      for (let column = 0; column < columns; column += size)
        order.add(representative(row, size, rows) * columns + representative(column, size, columns));
    }
  }
  return [...order];
}

/** For each cell the index of the one whose result it shows: its own, else that of the smallest block that has one; null where none has. */
export function shownCells(known: (index: number) => boolean, rows: number, columns: number): (number | null)[] {
  return Array.from({ length: rows * columns }, (_, index) => {
    const row = Math.floor(index / columns),
      column = index % columns;
    if (known(index)) return index;
    for (const size of blocks.toReversed()) {
      const other = representative(row, size, rows) * columns + representative(column, size, columns);
      if (known(other)) return other;
    }
    return null;
  });
}
