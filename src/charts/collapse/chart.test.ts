import { describe, expect, it } from 'vitest';
import { overlap } from '../kit/labels';
import { lightTheme } from '../kit/theme';
import { drawn, layerOf, marksOf, NO_NUMBER, textBoxes } from '../testing/scenes';
import { collapseChart } from './chart';
import type { CollapseData } from './data';
import { collapseFrame } from './frame';

function collapse(count: number, change: Partial<CollapseData> = {}): CollapseData {
  return {
    series: Array.from({ length: count }, (_, i) => ({
      label: `n = ${60 * (i + 1)}`,
      value: 60 * (i + 1),
      points: Array.from({ length: 9 }, (__, k) => ({ x: k / 4, y: 1 / (1 + (k / 3) ** 6) })),
    })),
    yLabel: 'signal share',
    xMax: 2,
    xLabel: 'noise relative to the critical noise, σ/σ*',
    reference: { x: 1, label: 'σ = σ*' },
    name: 'Signal share against σ/σ*',
    description: 'Rows fall together.',
    ...change,
  };
}
const size = { width: 560, height: 340 };
const scene = (data: CollapseData, width = 560) => collapseChart.scene(data, { width, height: 340 }, lightTheme);

describe('rows of a map against relative noise', () => {
  it('can be told apart by their marks, up to ten', () => {
    const looks = marksOf(scene(collapse(10)), 'key-samples')
      .filter(({ key }) => String(key).startsWith('mark'))
      .map(({ attributes }) => `${attributes.d} ${attributes.fill === lightTheme.background}`);
    expect(new Set(looks).size).toBe(10);
  });
  it('keep the order of the map in the key: the last row on top', () => {
    const { key } = collapseFrame(collapse(8), size, lightTheme);
    const heights = Array.from({ length: 8 }, (_, i) => key.heightOf(i));
    expect(heights).toEqual(heights.toSorted((a, b) => b - a));
  });
  it('keep their words apart and in the chart', () => {
    for (const width of [320, 560, 1100]) {
      for (const count of [1, 8, 10]) {
        for (let column = 0; column < 9; column++) {
          const boxes = textBoxes(
            scene(collapse(count, { highlight: { row: 0, column } }), width),
            'labels',
            'key-names',
            'x-ticks',
            'y-ticks',
            'caption',
            'title',
          );
          boxes.forEach(({ text, box }, i) => {
            expect(box.left).toBeGreaterThanOrEqual(0);
            expect(box.right).toBeLessThanOrEqual(width);
            for (const other of boxes.slice(i + 1))
              expect(overlap(box, other.box), `${text} over ${other.text}`).toBe(false);
          });
        }
      }
    }
  });
  it('skip what is not measured, not a number, or beyond the axis', () => {
    const series = [
      {
        label: 'n = 60',
        value: 60,
        points: [
          { x: 0, y: 1 },
          { x: 0.5, y: null },
          { x: 1, y: Number.NaN },
          { x: 1.5, y: 0.1 },
          { x: 9, y: 0 },
          { x: Infinity, y: 0 },
        ],
      },
    ];
    const found = scene(collapse(1, { series, highlight: { row: 0, column: 1 } }));
    expect(drawn(found)).not.toMatch(NO_NUMBER);
    expect(marksOf(found, 'marks').map(({ key }) => key)).toEqual(['0-0', '0-3']);
  });
  it('draw with no rows', () => {
    expect(drawn(scene(collapse(0)))).not.toMatch(NO_NUMBER);
  });
  it('are dashed where they belong to another experiment', () => {
    expect(layerOf(scene(collapse(2, { stale: true })), 'series').attributes).toHaveProperty('stroke-dasharray');
  });
  it('are found under the pointer, by their place in their row', () => {
    const data = collapse(2, {
      series: collapse(2).series.map(({ points, ...row }, i) => ({
        ...row,
        points: points.map(({ x, y }, k) => ({ x, y: i === 1 && k === 0 ? null : y! - 0.3 * i })),
      })),
    });
    const { x, y } = collapseFrame(data, size, lightTheme);
    const at = (px: number, py: number) => collapseChart.hit?.({ x: px, y: py }, data, size, lightTheme);
    expect(at(x(0.5) + 2, y(data.series[1]!.points[2]!.y!) - 2)).toEqual({ row: 1, column: 2 });
    expect(at(x(2), y(1))).toBeNull();
  });
});
