import { lab } from 'd3';
import { describe, expect, it } from 'vitest';
import { overlap } from '../kit/labels';
import { darkTheme, lightTheme } from '../kit/theme';
import { drawn, marksOf, NO_NUMBER, textBoxes } from '../testing/scenes';
import { mapChart } from './chart';
import { cellColour } from './colour';
import type { MapData } from './data';
import { mapFrame } from './frame';

function map(columns: number, rows: number, change: Partial<MapData> = {}): MapData {
  const noise = Array.from({ length: columns }, (_, i) => (0.66 * (i + 0.5)) / columns);
  const boundary = Array.from({ length: rows }, (_, i) => 0.25 + (0.4 * i) / rows);
  return {
    columns: noise,
    rows: boundary.map((_, i) => ({ value: 60 * (i + 1), text: String(60 * (i + 1)) })),
    rowLabel: 'training images n',
    columnLabel: 'background noise σ',
    cells: boundary.flatMap((critical) => noise.map((sigma) => 1 / (1 + (sigma / critical) ** 8))),
    colour: 'share',
    colourLabel: 'signal share',
    boundary,
    current: { column: 0.2, row: 90 },
    stale: false,
    name: 'Signal share',
    description: 'It falls with noise.',
    ...change,
  };
}
const size = { width: 600, height: 360 };
const scene = (data: MapData, width = 600) => mapChart.scene(data, { width, height: 360 }, lightTheme);

describe('a map', () => {
  it('has a cell for each number, and none where there is none', () => {
    const cells = map(3, 2).cells.map((value, i) => (i === 1 ? null : i === 2 ? Number.NaN : value));
    expect(marksOf(scene(map(3, 2, { cells })), 'cells').map(({ key }) => key)).toEqual(['0-0', '1-0', '1-1', '1-2']);
  });
  it('draws no number that is none, empty, alone, or without a boundary', () => {
    const { cells } = map(6, 4);
    for (const data of [
      map(0, 0),
      map(1, 1),
      map(6, 4, { cells: cells.map(() => null) }),
      map(6, 4, { boundary: [null, null, Number.NaN, null] }),
      map(6, 4, { boundary: [] }),
    ]) {
      expect(drawn(scene({ ...data, highlight: { row: 0, column: 0 } }))).not.toMatch(NO_NUMBER);
      expect(drawn(scene({ ...data, highlight: { row: 99, column: 99 } }))).not.toMatch(NO_NUMBER);
    }
  });
  it('has cells of whole pixels', () => {
    const { cell } = mapFrame(map(16, 8), size, lightTheme);
    expect([cell.width % 1, cell.height % 1]).toEqual([0, 0]);
  });
  it('writes numbers into cells that are wide enough, legible and clear of the line over them', () => {
    const boxes = textBoxes(scene(map(6, 4)), 'cell-text');
    expect(boxes.length).toBeGreaterThan(18);
    expect(boxes[0]!.text).toBe('1');
    expect(marksOf(scene(map(16, 8)), 'cell-text')).toEqual([]);
  });
  it('gives up borders and numbers of cells that were filled from a neighbour', () => {
    const interpolated = map(6, 4).cells.map((_, i) => i !== 0);
    const found = scene(map(6, 4, { interpolated }));
    expect(marksOf(found, 'cell-text').map(({ key }) => key)).toEqual(['0-0']);
    const [measured, filled] = marksOf(found, 'cells').map(({ attributes }) => Number(attributes.width));
    expect(filled).toBe(measured! + 1);
  });
  it('keeps its line in the plot where the critical noise lies beyond', () => {
    const data = map(6, 4, { boundary: [0.3, 0.5, 0.9, 2] });
    const { plot } = mapFrame(data, size, lightTheme);
    const d = String(marksOf(scene(data), 'boundary')[0]!.attributes.d);
    const xs = [...d.matchAll(/[ML]([\d.]+),/g)].map(([, x]) => Number(x));
    expect(Math.max(...xs)).toBeLessThanOrEqual(plot.right);
    expect(marksOf(scene(map(6, 4, { boundary: [2, 2, 2, 2] })), 'boundary')).toEqual([]);
  });
  it('names its line wherever that leaves the plot', () => {
    const { plot } = mapFrame(map(6, 4), size, lightTheme);
    const at = (boundary: number[]) => textBoxes(scene(map(6, 4, { boundary })), 'labels')[0]!.box;
    expect(at([0.3, 0.35, 0.4, 0.45]).bottom).toBeLessThanOrEqual(plot.top);
    expect(at([0.3, 0.5, 0.6, 0.9]).left).toBeGreaterThanOrEqual(plot.right);
    expect(at([0.9, 0.6, 0.3, -0.2]).left).toBeGreaterThanOrEqual(plot.right);
    expect(at([0.2, 0.1, 0, -0.2]).right).toBeLessThan(plot.right);
  });
  it('shows the run between two rows, and not beside the map', () => {
    const { rowY } = mapFrame(map(6, 4), size, lightTheme);
    expect(marksOf(scene(map(6, 4)), 'current')[0]!.attributes.cy).toBe(rowY(0.5));
    for (const current of [{ column: 0.2, row: 9000 }, { column: 2, row: 90 }, null])
      expect(marksOf(scene(map(6, 4, { current })), 'current')).toEqual([]);
  });
  it('keeps its words apart and in the chart', () => {
    for (const width of [320, 600, 1100]) {
      for (const [columns, rows] of [
        [16, 8],
        [24, 16],
        [6, 4],
      ] as const) {
        for (const highlight of [undefined, { row: 0, column: 0 }, { row: rows - 1, column: columns - 1 }]) {
          const boxes = textBoxes(
            scene(map(columns, rows, { highlight }), width),
            'labels',
            'caption',
            'key-caption',
            'key-ticks',
            'x-ticks',
            'y-ticks',
            'title',
          );
          boxes.forEach(({ text, box }, i) => {
            expect(box.left).toBeGreaterThanOrEqual(0);
            expect(box.right).toBeLessThanOrEqual(width);
            for (const other of boxes.slice(i + 1))
              expect(overlap(box, other.box), `${text} over ${other.text} at ${width}`).toBe(false);
          });
        }
      }
    }
  });
  it('has colours whose lightness only falls, or only rises', () => {
    for (const [theme, sign] of [
      [lightTheme, -1],
      [darkTheme, 1],
    ] as const) {
      const lightness = Array.from({ length: 11 }, (_, i) => sign * lab(cellColour(i / 10, 'share', theme)).l);
      expect(lightness).toEqual(lightness.toSorted((a, b) => a - b));
    }
  });
  it('finds the cell under the pointer', () => {
    const data = map(16, 8);
    const { plot, cell } = mapFrame(data, size, lightTheme);
    expect(mapChart.hit?.({ x: plot.left + 1, y: plot.bottom - 1 }, data, size, lightTheme)).toEqual({
      row: 0,
      column: 0,
    });
    expect(mapChart.hit?.({ x: plot.right - 1, y: plot.top + 1 }, data, size, lightTheme)).toEqual({
      row: 7,
      column: 15,
    });
    expect(
      mapChart.hit?.({ x: plot.left + 2.5 * cell.width, y: plot.bottom - 3.5 * cell.height }, data, size, lightTheme),
    ).toEqual({ row: 3, column: 2 });
    for (const [x, y] of [
      [0, 100],
      [plot.right + 1, 100],
      [100, 0],
      [100, plot.bottom + 1],
    ] as const)
      expect(mapChart.hit?.({ x, y }, data, size, lightTheme)).toBeNull();
  });
});
