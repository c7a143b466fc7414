import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signalNames } from '../kit/names';
import { marks } from '../testing';
import { alignmentCellAt, alignmentFrame, alignmentHeight } from './frame';

const axes = (m: number, r: number) => ({
  order: Array.from({ length: 2 * m }, (_, i) => (i < m ? m - 1 - i : i)),
  features: Array.from({ length: r }, (_, i) => r - 1 - i),
  names: signalNames(r),
  marks,
});

describe('the alignment map', () => {
  it('fits into its size, class beside class with a gap, the rest below', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 512 }),
        fc.integer({ min: 1, max: 32 }),
        fc.integer({ min: 300, max: 1200 }),
        (m, r, width) => {
          const size = { width, height: alignmentHeight(r, 14, 11) };
          const {
            classes: [plus, minus],
            rows,
            rowHeight,
            bottom,
          } = alignmentFrame(axes(m, r), size, 11);
          expect(minus!.right).toBeLessThanOrEqual(width);
          expect(plus!.right).toBeLessThan(minus!.left);
          expect(rows).toHaveLength(r + 1);
          expect(rowHeight).toBe(14);
          expect(bottom).toBeLessThanOrEqual(size.height);
        },
      ),
      { seed: 2 },
    );
  });

  it('knows the filter and the signal vector at a point, in the order that they are shown in', () => {
    const data = axes(10, 4),
      size = { width: 400, height: alignmentHeight(4, 14, 11) };
    const { classes, rows } = alignmentFrame(data, size, 11);
    const pitch = (classes[0]!.right - classes[0]!.left) / 10;
    expect(alignmentCellAt({ x: classes[0]!.left + 2.5 * pitch, y: rows[1]! + 3 }, data, size, 11)).toEqual({
      filter: 7,
      feature: 2,
    });
    expect(alignmentCellAt({ x: classes[1]!.left + 2.5 * pitch, y: rows[4]! + 3 }, data, size, 11)).toEqual({
      filter: 12,
      feature: null,
    });
    expect(alignmentCellAt({ x: classes[0]!.right + 2, y: rows[1]! + 3 }, data, size, 11)).toBeNull();
    expect(alignmentCellAt({ x: classes[0]!.left + 1, y: 2 }, data, size, 11)).toBeNull();
  });

  it('has whole pixels for columns that are wide enough to be seen apart', () => {
    const { classes } = alignmentFrame(axes(64, 6), { width: 900, height: 120 }, 11);
    expect((classes[0]!.right - classes[0]!.left) % 64).toBe(0);
  });
});
