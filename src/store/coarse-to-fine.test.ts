import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coarseToFine, shownCells } from './coarse-to-fine';

const size = fc.integer({ min: 1, max: 17 });

describe('the order of a map', () => {
  it('has every cell once', () => {
    fc.assert(
      fc.property(size, size, (rows, columns) => {
        expect(coarseToFine(rows, columns).toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: rows * columns }, (_, i) => i),
        );
      }),
    );
  });

  it('begins with one cell of every block of 4 × 4, then has one of every block of 2 × 2', () => {
    const order = coarseToFine(8, 16);
    const blocks = (side: number, cells: readonly number[]) =>
      new Set(cells.map((cell) => `${Math.floor(cell / 16 / side)} ${Math.floor((cell % 16) / side)}`)).size;
    expect(blocks(4, order.slice(0, 8))).toBe(8);
    expect(blocks(2, order.slice(0, 8 + 32))).toBe(32);
  });

  it('of a map with one row goes along it all the same', () => {
    expect(coarseToFine(1, 6)).toEqual([2, 5, 1, 3, 0, 4]);
  });
});

describe('the cells that are shown', () => {
  it('are none before anything is measured', () => {
    expect(shownCells(() => false, 2, 3)).toEqual([null, null, null, null, null, null]);
  });

  it('show their own result as soon as they have it', () => {
    fc.assert(
      fc.property(size, size, fc.nat(), (rows, columns, some) => {
        const made = new Set(coarseToFine(rows, columns).slice(0, some % (rows * columns + 1)));
        const shown = shownCells((index) => made.has(index), rows, columns);
        shown.forEach((index, cell) => {
          if (made.has(cell)) expect(index).toBe(cell);
          else expect(index === null || made.has(index)).toBe(true);
        });
      }),
    );
  });

  it('leave no gap once the coarsest blocks are there', () => {
    for (const [rows, columns] of [
      [8, 16],
      [5, 16],
      [1, 16],
      [3, 3],
    ] as const) {
      const made = new Set(coarseToFine(rows, columns).slice(0, Math.ceil(rows / 4) * Math.ceil(columns / 4)));
      expect(shownCells((index) => made.has(index), rows, columns)).not.toContain(null);
    }
  });

  it('borrow from the smallest block that has a result', () => {
    // Cell 0 stands in a block of four whose result is cell 2, and in one of two whose result is cell 1.
    expect(shownCells((index) => index === 2, 1, 4)[0]).toBe(2);
    expect(shownCells((index) => index === 2 || index === 1, 1, 4)[0]).toBe(1);
    expect(shownCells((index) => index < 3, 1, 4)[0]).toBe(0);
  });
});
