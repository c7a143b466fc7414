import { describe, expect, it } from 'vitest';
import { curveChart } from '../curve/chart';
import type { CurveData } from '../curve/data';
import { curveFrame } from '../curve/frame';
import { overlap } from '../kit/labels';
import { lightTheme } from '../kit/theme';
import { drawn, marksOf, NO_NUMBER, textBoxes } from '../testing/scenes';
import { linesChart } from './chart';
import type { LinesData } from './data';
import { linesFrame } from './frame';

const along = (value: (step: number) => number) =>
  Array.from({ length: 301 }, (_, step) => ({ step, value: value(step) }));
const loss: LinesData = {
  series: [
    {
      key: 'loss',
      label: 'loss',
      role: 'filters',
      emphasis: true,
      points: along((step) => 0.69 * Math.exp(-step / 60) + 0.008),
    },
  ],
  steps: 300,
  origin: 'step 0',
  cursor: 300,
  scale: 'log',
  caption: 'loss',
  events: [{ step: 42, text: 'loss halves' }],
  name: 'Loss',
  description: 'It falls.',
};
const cosines: LinesData = {
  ...loss,
  series: [
    {
      key: 'rest',
      label: 'rest of the space',
      role: 'data',
      dash: 'dashed',
      emphasis: true,
      points: along((step) => Math.exp(-step / 40)),
    },
    { key: 'winner', label: 'u3', role: 'filters', emphasis: true, points: along((step) => 1 - Math.exp(-step / 40)) },
    ...Array.from({ length: 31 }, (_, k) => ({
      key: `s${k}`,
      label: `v${k}`,
      role: 'muted' as const,
      emphasis: false,
      points: along((step) => 0.2 * Math.sin(k) * Math.exp(-step / 30)),
    })),
  ],
  scale: 'linear',
  domain: [-1, 1],
};
const size = { width: 640, height: 200 };

describe('lines against the step', () => {
  it('are named where they end, those that are emphasised', () => {
    const { cursor: _, ...still } = cosines;
    expect(textBoxes(linesChart.scene(still, size, lightTheme), 'labels').map(({ text }) => text)).toEqual([
      'rest of the space',
      'u3',
    ]);
  });
  it('have their values at the cursor', () => {
    expect(
      textBoxes(linesChart.scene({ ...cosines, cursor: 40 }, size, lightTheme), 'labels').map(({ text }) => text),
    ).toEqual(expect.arrayContaining(['0.37', '0.63']));
    expect(
      textBoxes(linesChart.scene({ ...loss, cursor: 0 }, size, lightTheme), 'labels').map(({ text }) => text),
    ).toContain('0.70');
  });
  it('keep words apart and in the chart, wherever the cursor is', () => {
    for (const width of [330, 640, 1100]) {
      for (const data of [loss, cosines]) {
        for (let cursor = 0; cursor <= 300; cursor += 7) {
          const boxes = textBoxes(
            linesChart.scene({ ...data, cursor }, { width, height: 200 }, lightTheme),
            'labels',
            'moment-labels',
            'caption',
          );
          boxes.forEach(({ text, box }, i) => {
            expect(box.right).toBeLessThanOrEqual(width);
            for (const other of boxes.slice(i + 1))
              expect(overlap(box, other.box), `${text} over ${other.text} at ${cursor}`).toBe(false);
          });
        }
      }
    }
  });
  it('lie behind where they are not emphasised', () => {
    const { layers } = linesChart.scene(cosines, size, lightTheme);
    const at = (name: string) => layers.findIndex((layer) => layer.name === name);
    expect(at('behind')).toBeLessThan(at('series'));
    expect(layers[at('behind')]!.marks).toHaveLength(31);
  });
  it('skip what is no number, and zero on the log scale', () => {
    const points = [
      { step: 0, value: 1 },
      { step: 1, value: 0 },
      { step: 2, value: Number.NaN },
      { step: 3, value: Infinity },
      { step: 4, value: 0.5 },
    ];
    for (const scale of ['linear', 'log'] as const) {
      for (const count of [0, 1, 5]) {
        const data: LinesData = {
          ...loss,
          scale,
          cursor: 2,
          series: [{ ...loss.series[0]!, points: points.slice(0, count) }],
        };
        expect(drawn(linesChart.scene(data, size, lightTheme))).not.toMatch(NO_NUMBER);
      }
    }
  });
  it('stay in the plot where a value lies beyond the axis', () => {
    const { y, plot } = linesFrame({ ...cosines, domain: [0, 0.5] }, size, lightTheme);
    expect([y(-1), y(2)]).toEqual([plot.bottom, plot.top]);
  });
  it('fill the height: an axis of losses ends near the least one', () => {
    const { y, plot } = linesFrame(loss, size, lightTheme);
    expect(y(0.0125)).toBeGreaterThan(plot.top + 0.7 * (plot.bottom - plot.top));
  });
  it('stand exactly under the rank curve where both are given the wider margins', () => {
    const curve: CurveData = {
      history: along(() => 20),
      label: 'filters',
      references: [{ role: 'data', value: 41, label: 'noisy data' }],
      steps: 300,
      origin: 'step 0',
      scale: 'log',
      caption: 'stable rank',
      name: '',
      description: '',
    };
    const [over, under] = [curveChart.margins(curve, size, lightTheme), linesChart.margins(cosines, size, lightTheme)];
    const align = { left: Math.max(over.left, under.left), right: Math.max(over.right, under.right) };
    const above = curveFrame({ ...curve, align }, size, lightTheme);
    const below = linesFrame({ ...cosines, align }, size, lightTheme);
    expect([below.plot.left, below.plot.right]).toEqual([above.plot.left, above.plot.right]);
  });
  it('say which step is under the pointer, held in the run', () => {
    const { left, right } = linesChart.track(loss, size, lightTheme);
    expect(
      [left - 50, left, (left + right) / 2, right + 50].map((x) =>
        linesChart.hit?.({ x, y: 40 }, loss, size, lightTheme),
      ),
    ).toEqual([0, 0, 42, 300]);
    expect(marksOf(linesChart.scene({ ...loss, seekable: true }, size, lightTheme), 'handle')).toHaveLength(1);
  });
});
