import { describe, expect, it } from 'vitest';
import { overlap } from '../kit/labels';
import { lightTheme } from '../kit/theme';
import { drawn, layerOf, marksOf, NO_NUMBER, textBoxes } from '../testing/scenes';
import { sweepChart } from './chart';
import type { SweepData } from './data';
import { sweepFrame } from './frame';

const data = [6, 9, 17, 30, 41.5, 44, 45, 46, 46.5, 47, 47.3, 47.5];
const filters = [4.4, 4.4, 4.4, 4.4, 4.5, 4.6, 5.2, 7.3, 9.6, 11, 11.8, 12.2];
const sweep: SweepData = {
  points: data.map((value, i) => ({ x: i * 0.06, data: value, filters: filters[i]! })),
  predicted: data.map((y, i) => ({ x: i * 0.06, y: y + 1 })),
  clean: 6,
  xMax: 0.66,
  xLabel: 'background noise σ',
  caption: 'stable rank',
  names: { data: 'noisy data', predicted: 'predicted', clean: 'clean data', filters: 'filters' },
  critical: { x: 0.4275, label: 'σ* ≈ 0.43, a scaling law' },
  current: { x: 0.2, label: 'now σ = 0.20' },
  currentPoint: { data: 41.3, filters: 4.4 },
  scale: 'linear',
  stale: false,
  name: 'Rank against noise',
  description: 'The data’s rank rises.',
};
const size = { width: 640, height: 300 };
const scene = (change: Partial<SweepData>, width = 640) =>
  sweepChart.scene({ ...sweep, ...change }, { width, height: 300 }, lightTheme);

describe('a sweep', () => {
  it('names its lines where they end, each with a sample', () => {
    expect(textBoxes(scene({}), 'labels').map(({ text }) => text)).toEqual([
      'noisy data',
      'predicted',
      'filters',
      'clean data',
      'σ* ≈ 0.43, a scaling law',
    ]);
    expect(marksOf(scene({}), 'samples').map(({ key }) => key)).toEqual(
      expect.arrayContaining(['data', 'predicted', 'filters', 'clean']),
    );
  });
  it('keeps its words apart and in the chart, whatever is highlighted', () => {
    for (const width of [320, 600, 1100]) {
      for (const scale of ['linear', 'log'] as const) {
        for (let highlight = -1; highlight < 12; highlight++) {
          const boxes = textBoxes(
            scene({ highlight: highlight < 0 ? undefined : highlight, scale }, width),
            'labels',
            'x-ticks',
            'caption',
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
  it('writes out both values and the noise of the highlighted level', () => {
    const texts = textBoxes(scene({ highlight: 7 }), 'labels', 'x-ticks').map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['46', '7.3', '0.42']));
  });
  it('tells data from filters by the shape of the marks', () => {
    const shape = (prefix: string) =>
      new Set(
        marksOf(scene({ current: null }), 'marks')
          .filter(({ key }) => String(key).startsWith(prefix))
          .map(({ attributes }) => attributes.d),
      );
    expect([...shape('data')].some((d) => shape('filters').has(d))).toBe(false);
  });
  it('is dashed where it belongs to another experiment', () => {
    expect(layerOf(scene({ stale: true }), 'series').attributes).toHaveProperty('stroke-dasharray');
    expect(layerOf(scene({}), 'series').attributes).not.toHaveProperty('stroke-dasharray');
  });
  it('skips levels not measured, ranks that are no numbers, and a rank of zero on the log scale', () => {
    const points = [
      { x: 0, data: 6, filters: null },
      { x: 0.1, data: Number.NaN, filters: 4 },
      { x: 0.2, data: Infinity, filters: 0 },
      { x: 0.3, data: 30, filters: 4 },
      { x: 9, data: 30, filters: 4 },
    ];
    for (const scale of ['linear', 'log'] as const) {
      const found = scene({ points, scale, highlight: 1, current: null });
      expect(drawn(found)).not.toMatch(NO_NUMBER);
      expect(marksOf(found, 'marks').map(({ key }) => key)).toEqual(
        scale === 'log'
          ? ['data-0', 'data-3', 'filters-1', 'filters-3']
          : ['data-0', 'data-3', 'filters-1', 'filters-2', 'filters-3'],
      );
    }
  });
  it('draws with nothing to show, and with one point', () => {
    const nothing = { predicted: null, clean: null, critical: null, current: null, currentPoint: null };
    for (const points of [[], sweep.points.slice(0, 1)])
      expect(drawn(scene({ ...nothing, points, xMax: points.length && 0.66 }))).not.toMatch(NO_NUMBER);
  });
  it('draws a band over several seeds', () => {
    const points = sweep.points.map((point) => ({ ...point, dataLow: point.data! - 1, dataHigh: point.data! + 1 }));
    expect(marksOf(scene({ points }), 'bands').map(({ key }) => key)).toEqual(['data']);
  });
  it('leaves out what lies beyond its axis', () => {
    const found = scene({ critical: { x: 2, label: 'far' }, current: { x: 2, label: 'far' } });
    expect(marksOf(found, 'verticals')).toEqual([]);
    expect(drawn(found)).not.toContain('far');
  });
  it('finds the measured level near the pointer, and none where none is', () => {
    const { x, plot } = sweepFrame(sweep, size, lightTheme);
    const at = (px: number, data: SweepData, y = (plot.top + plot.bottom) / 2) =>
      sweepChart.hit?.({ x: px, y }, data, size, lightTheme);
    sweep.points.forEach((point, i) => expect(at(x(point.x) + 3, sweep)).toBe(i));
    expect(at(size.width, sweep)).toBeNull();
    expect([at(x(0.12), sweep, 0), at(x(0.12), sweep, size.height + 1)]).toEqual([null, null]);
    const one = {
      ...sweep,
      points: sweep.points.map((point, i) => (i === 2 ? point : { x: point.x, data: null, filters: null })),
    };
    expect(at(x(0.12) + 30, one)).toBe(2);
    expect(at(x(0.5), one)).toBeNull();
  });
});
