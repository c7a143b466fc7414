import { describe, expect, it } from 'vitest';
import { overlap, textBox, type Anchor } from '../kit/labels';
import { formatValue } from '../kit/numbers';
import { pointAt, thin } from '../kit/polyline';
import type { Scene } from '../kit/scene';
import { lightTheme } from '../kit/theme';
import { textBoxes } from '../testing/scenes';
import { curveChart } from './chart';
import type { CurveData } from './data';
import { curveFrame } from './frame';

const value = (step: number) =>
  step < 20 ? 24 : step < 35 ? 24 * (1.85 / 24) ** ((step - 20) / 15) : 4.4 - 2.55 * Math.exp((35 - step) / 20);
const history = (steps: number) => Array.from({ length: steps + 1 }, (_, step) => ({ step, value: value(step) }));

const run: CurveData = {
  history: history(300),
  label: 'filters',
  references: [
    { role: 'data', value: 41.3, label: 'noisy data' },
    { role: 'clean', value: 6, label: 'clean data' },
  ],
  steps: 300,
  origin: 'step 0',
  cursor: 300,
  scale: 'log',
  caption: 'stable rank',
  events: [{ step: 35, text: 'one pattern is learnt first' }],
  name: 'Stable rank against training step',
  description: 'The filters fall below the clean data.',
};
const size = { width: 640, height: 180 };

const layer = (scene: Scene, name: string) => scene.layers.find((each) => each.name === name)!.marks;
const boxes = (scene: Scene) =>
  layer(scene, 'labels').map(({ text, attributes }) =>
    textBox(text!, 12, {
      x: Number(attributes.x),
      y: Number(attributes.y),
      anchor: attributes['text-anchor'] as Anchor,
    }),
  );

describe('a rank curve', () => {
  it('names all lines and the moment', () => {
    expect(layer(curveChart.scene(run, size, lightTheme), 'labels').map(({ text }) => text)).toEqual([
      'noisy data',
      'clean data',
      'filters',
      'one pattern is learnt first',
    ]);
  });
  it('keeps names apart and in the chart at every step of a run, on a phone too', () => {
    for (const width of [330, 640]) {
      for (let step = 0; step <= 300; step++) {
        const found = boxes(
          curveChart.scene({ ...run, history: history(step), cursor: step }, { width, height: 180 }, lightTheme),
        );
        found.forEach((a, i) => {
          expect(a.right).toBeLessThanOrEqual(width);
          for (const b of found.slice(i + 1)) expect(overlap(a, b)).toBe(false);
        });
      }
    }
  });
  it.each([0, 1, 2])('draws with %i points', (count) => {
    const scene = curveChart.scene({ ...run, history: run.history.slice(0, count), cursor: 0 }, size, lightTheme);
    expect(JSON.stringify(scene.layers)).not.toMatch(/NaN|null|Infinity/);
    expect(layer(scene, 'series')).toHaveLength(count > 1 ? 1 : 0);
    expect(layer(scene, 'dots')).toHaveLength(count > 0 ? 1 : 0);
  });
  it('skips values that are not finite, and a rank of zero on the log scale', () => {
    const broken = [
      { step: 0, value: 24 },
      { step: 1, value: Number.NaN },
      { step: 2, value: Infinity },
      { step: 3, value: 0 },
      { step: 4, value: 20 },
    ];
    for (const scale of ['log', 'linear'] as const) {
      expect(
        JSON.stringify(curveChart.scene({ ...run, history: broken, cursor: 4, scale }, size, lightTheme).layers),
      ).not.toMatch(/NaN|null|Infinity/);
    }
  });
  it('keeps its axis while the filters fall: it begins at the least rank there is', () => {
    const { y, plot } = curveFrame(run, size, lightTheme);
    expect(y(1)).toBe(plot.bottom);
    expect(curveFrame({ ...run, history: history(0) }, size, lightTheme).yTicks).toEqual(
      curveFrame(run, size, lightTheme).yTicks,
    );
  });
  it('has its value at a cursor before the end, clear of all names at every step', () => {
    const events = [
      { step: 35, text: 'few directions lead' },
      { step: 22, text: 'training accuracy 1' },
    ];
    for (const width of [330, 640]) {
      for (let cursor = 0; cursor < 300; cursor++) {
        const found = textBoxes(
          curveChart.scene({ ...run, events, cursor }, { width, height: 180 }, lightTheme),
          'labels',
          'caption',
        );
        expect(found.map(({ text }) => text)).toContain(formatValue(value(cursor)));
        found.forEach(({ box, text }, i) => {
          for (const other of found.slice(i + 1))
            expect(overlap(box, other.box), `${text} over ${other.text} at ${cursor}`).toBe(false);
        });
      }
    }
    expect(layer(curveChart.scene(run, size, lightTheme), 'labels').map(({ key }) => key)).not.toContain('reading');
  });
  it('shows pinned runs as thin lines of different dashes, each with its letter, cut where this run ends', () => {
    const ghosts = ['A', 'B', 'C', 'D'].map((label, i) => ({
      label,
      points: history(900).map((point) => ({ ...point, value: point.value + 4 * i })),
    }));
    const scene = curveChart.scene({ ...run, ghosts, cursor: 150 }, size, lightTheme);
    expect(new Set(layer(scene, 'ghosts').map(({ attributes }) => attributes['stroke-dasharray'])).size).toBe(4);
    expect(textBoxes(scene, 'labels').map(({ text }) => text)).toEqual(expect.arrayContaining(['A', 'B', 'C', 'D']));
    for (const { box } of textBoxes(scene, 'labels')) expect(box.right).toBeLessThanOrEqual(size.width);
    const empty = curveChart.scene(
      {
        ...run,
        ghosts: [
          { label: 'A', points: [] },
          { label: 'B', points: [{ step: 0, value: Number.NaN }] },
        ],
      },
      size,
      lightTheme,
    );
    expect(JSON.stringify(empty.layers)).not.toMatch(/NaN|null|Infinity/);
  });
  it('says which step is under the pointer, held in the run', () => {
    const { left, right } = curveChart.track(run, size, lightTheme);
    expect(
      [left - 50, left, (left + right) / 2, right, right + 50].map((x) =>
        curveChart.hit?.({ x, y: 40 }, run, size, lightTheme),
      ),
    ).toEqual([0, 0, 42, 300, 300]);
  });
});

describe('a long line', () => {
  it('is thinned to a few points in each column and keeps its extremes', () => {
    const points = Array.from({ length: 20_001 }, (_, i) => ({
      x: (i * 500) / 20_000,
      y: i === 7777 ? -90 : Math.sin(i),
    }));
    const kept = thin(points);
    expect(kept.length).toBeLessThanOrEqual(4 * 501);
    expect(kept).toContain(points[7777]);
    expect([kept[0], kept.at(-1)]).toEqual([points[0], points.at(-1)]);
  });
  it('is interpolated between its points, and ends with them', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 10, y: 20 },
    ];
    expect(pointAt(points, 5)).toEqual({ x: 5, y: 10 });
    expect(pointAt(points, 11)).toBeUndefined();
    expect(pointAt([], 0)).toBeUndefined();
  });
});
