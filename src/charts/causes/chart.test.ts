import { expect, it } from 'vitest';
import { overlap } from '../kit/labels';
import { lightTheme } from '../kit/theme';
import { marksOf, textBoxes } from '../testing/scenes';
import { cases } from './cases';
import { causesChart } from './chart';
import { causesFrame } from './frame';

const { data } = cases.states['measured']!;
const size = { width: 1180, height: 660 };

it('finds the run nearest to a pointer in the multiple under it, and nothing between them', () => {
  const { cells } = causesFrame(data, size, lightTheme);
  const { x, box } = cells[4]!;
  expect(causesChart.hit!({ x: x(0.7) + 3, y: (box.top + box.bottom) / 2 }, data, size, lightTheme)).toEqual({
    row: 4,
    column: 4,
  });
  expect(causesChart.hit!({ x: box.right + 3, y: box.top + 20 }, data, size, lightTheme)).toBeNull();
});

it('holds every multiple but the first against the first', () => {
  const keys = marksOf(causesChart.scene(data, size, lightTheme), 'curves').map(({ key }) => String(key));
  expect(keys.filter((key) => key.includes('usual rank'))).toHaveLength(data.cells.length - 1);
  expect(keys).not.toContain('0 usual rank');
});

it('keeps titles and numbers apart, at the width of a phone and of a screen, and in low frames', () => {
  for (const at of [
    size,
    { width: 358, height: 788 },
    { width: 288, height: 788 },
    { width: 944, height: 350 },
    { width: 464, height: 210 },
    { width: 464, height: 135 },
    { width: 374, height: 300 },
  ]) {
    const boxes = textBoxes(causesChart.scene(data, at, lightTheme), 'titles', 'x-ticks', 'y-ticks', 'key', 'title');
    boxes.forEach(({ text, box }, i) => {
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(at.width);
      for (const other of boxes.slice(i + 1))
        expect(overlap(box, other.box), `${text} over ${other.text} at ${at.width}`).toBe(false);
    });
  }
});

it('shows the most telling ones, whole, where not all have room, and says how many', () => {
  const low = { width: 464, height: 135 };
  const scene = causesChart.scene(data, low, lightTheme);
  expect(textBoxes(scene, 'titles').map(({ text }) => text)).toEqual(['Adam', 'transformer', 'random labels']);
  expect(textBoxes(scene, 'some').map(({ text }) => text)).toEqual(['3 of 12 variants']);
  const { cells } = causesFrame(data, low, lightTheme);
  for (const { upper } of cells) expect(upper.bottom - upper.top).toBeGreaterThan(2 * lightTheme.fontSize.label);
  const { x, box } = cells[1]!;
  const at = { x: x(0.7), y: (box.top + box.bottom) / 2 };
  expect(causesChart.hit!(at, data, low, lightTheme)).toEqual({ row: 9, column: 4 });
  // Its own curve, not that of the third variant.
  const third = marksOf(scene, 'curves').find(({ key }) => key === '11 filters')!;
  const [, y] = /^M[^,]+,([\d.]+)/.exec(String(third.attributes['d']))!;
  expect(Number(y)).toBeCloseTo(cells[2]!.rank(3 * 4.4), 1);
});
