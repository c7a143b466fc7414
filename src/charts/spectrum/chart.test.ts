import { describe, expect, it } from 'vitest';
import { overlap, textBox, type Anchor } from '../kit/labels';
import type { Scene } from '../kit/scene';
import { lightTheme } from '../kit/theme';
import { textBoxes } from '../testing/scenes';
import { spectrumChart } from './chart';
import { energies, formatRatio, type SpectrumData } from './data';
import { spectrumFrame } from './frame';

const falling = (count: number, from: number, to: number) =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / Math.max(1, count - 1));

const noisy: SpectrumData = {
  values: [...falling(6, 3, 2.9), ...falling(58, 2, 1)],
  role: 'data',
  ghost: { values: [...falling(6, 1, 1), ...falling(58, 0, 0)], label: 'clean data' },
  signalDimension: 6,
  signalLabel: '2K = 6',
  shownCount: 64,
  scale: 'linear',
  annotation: 'noise fills every other direction',
  title: 'directions, by energy',
  caption: 'energy, relative to the largest',
  name: 'Singular values of the noisy data',
  description: 'All are large.',
};
const filters: SpectrumData = {
  ...noisy,
  values: [...falling(6, 1, 0.77), ...falling(58, 0.012, 0.001)],
  role: 'filters',
  ghost: { values: falling(64, 1, 0.1), label: 'at initialisation' },
  annotation: 'over 99.9% in the signal span',
};

function labels(scene: Scene) {
  return scene.layers
    .find(({ name }) => name === 'labels')!
    .marks.map(({ key, text, attributes }) => ({
      key,
      box: textBox(
        text!,
        12,
        { x: Number(attributes.x), y: Number(attributes.y), anchor: attributes['text-anchor'] as Anchor },
        key === 'value',
      ),
    }));
}

function numbersIn(scene: Scene): string {
  return JSON.stringify(scene.layers);
}

describe('the words in a spectrum', () => {
  it('are all there where there is room', () => {
    for (const data of [noisy, filters]) {
      expect(labels(spectrumChart.scene(data, { width: 420, height: 260 }, lightTheme)).map(({ key }) => key)).toEqual([
        'signal',
        'ghost',
        'annotation',
      ]);
    }
  });
  it('never collide and never leave the chart, from phones to projectors', () => {
    for (const base of [noisy, filters]) {
      for (const width of [200, 260, 300, 420, 640, 1200]) {
        for (const signalDimension of [1, 2, 6, 16, 23, 24, 40]) {
          for (const highlight of [undefined, 0, 5, 6, 23]) {
            for (const scale of ['linear', 'log'] as const) {
              const placed = labels(
                spectrumChart.scene({ ...base, signalDimension, highlight, scale }, { width, height: 240 }, lightTheme),
              );
              placed.forEach((a, i) => {
                expect(a.box.left).toBeGreaterThan(-0.01);
                expect(a.box.right).toBeLessThan(width + 0.01);
                for (const b of placed.slice(i + 1)) expect(overlap(a.box, b.box)).toBe(false);
              });
            }
          }
        }
      }
    }
  });
  it('keep the signal dimension where there is little room, and drop the rest first', () => {
    expect(labels(spectrumChart.scene(noisy, { width: 120, height: 200 }, lightTheme)).map(({ key }) => key)).toEqual([
      'signal',
    ]);
    const below = textBoxes(spectrumChart.scene(noisy, { width: 60, height: 100 }, lightTheme), 'x-ticks');
    expect(below.map(({ text }) => text)).toEqual(['6', '64']);
  });
  it('under the axis are the ends, the signal dimension in bold, and what the bars are, without a collision', () => {
    for (const width of [160, 250, 420]) {
      for (const [signalDimension, shownCount] of [
        [6, 64],
        [2, 64],
        [63, 64],
        [24, 900],
      ] as const) {
        const scene = spectrumChart.scene(
          { ...noisy, signalDimension, shownCount },
          { width, height: 105 },
          lightTheme,
        );
        const boxes = textBoxes(scene, 'x-ticks');
        expect(boxes.map(({ text }) => text)).toContain(String(signalDimension));
        boxes.forEach(({ box }, i) => {
          expect(box.left).toBeGreaterThan(-1.01);
          expect(box.right).toBeLessThan(width + 1.01);
          for (const other of boxes.slice(i + 1)) expect(overlap(box, other.box)).toBe(false);
        });
        const strong = scene.layers
          .find(({ name }) => name === 'x-ticks')!
          .marks.filter(({ attributes }) => attributes['font-weight'] === 700);
        expect(strong.map(({ text }) => text)).toEqual([String(signalDimension)]);
      }
    }
    expect(
      textBoxes(spectrumChart.scene(noisy, { width: 250, height: 105 }, lightTheme), 'x-ticks').map(({ text }) => text),
    ).toEqual(['6', '64', '1', 'directions, by energy']);
  });
  it('take the name of the signal span from the caller', () => {
    const scene = spectrumChart.scene(
      { ...noisy, signalDimension: 14, signalLabel: 'signal span = 14' },
      { width: 420, height: 240 },
      lightTheme,
    );
    expect(numbersIn(scene)).toContain('signal span = 14');
  });
});

describe('a spectrum', () => {
  it('can be told apart beyond the signal without colour: those bars are pale and have an edge', () => {
    const { layers } = spectrumChart.scene(noisy, { width: 420, height: 260 }, lightTheme);
    const bars = layers.find(({ name }) => name === 'bars')!;
    const edges = layers.find(({ name }) => name === 'edges')!;
    expect(bars.marks.map(({ attributes }) => attributes.fill)).toEqual([lightTheme.data.mark, lightTheme.data.tint]);
    expect(edges.attributes!.stroke).toBe(lightTheme.data.mark);
    expect(edges.marks.find(({ key }) => key === 'tail')!.attributes.d).not.toBe('');
  });
  it.each([0, 1, 5, 24, 196, 784])('draws %i values without a number that is none', (count) => {
    for (const scale of ['linear', 'log'] as const) {
      const data = {
        ...noisy,
        values: falling(count, 1, 0),
        shownCount: Math.max(24, count),
        scale,
        ghost: { values: [], label: 'none' },
      };
      expect(numbersIn(spectrumChart.scene(data, { width: 300, height: 200 }, lightTheme))).not.toMatch(
        /NaN|null|Infinity/,
      );
    }
  });
  it('stays flat for a zero matrix', () => {
    expect(energies([0, 0, 0], 24)).toEqual([0, 0, 0]);
  });
  it('has bars that add up to the stable rank', () => {
    expect(energies([2, 1, 1], 24)).toEqual([1, 0.25, 0.25]);
  });
  it('has bars of whole pixels, and one stepped area where they would be too thin', () => {
    const size = { width: 417, height: 260 };
    const { left, gap } = spectrumFrame({ ...noisy, shownCount: 64 }, size, lightTheme);
    expect(gap).toBe(1);
    for (let i = 0; i <= 64; i++) expect(left(i) % 1).toBe(0);
    expect(spectrumFrame({ ...noisy, shownCount: 196 }, size, lightTheme).gap).toBe(0);
  });
  it('shows pinned runs as thin lines of different dashes, each with its letter', () => {
    const pins = ['A', 'B', 'C', 'D'].map((label, i) => ({ label, values: falling(64, 1, 0.8 - 0.2 * i) }));
    for (const width of [200, 420, 900]) {
      for (const base of [noisy, filters]) {
        const scene = spectrumChart.scene({ ...base, pins, highlight: 3 }, { width, height: 260 }, lightTheme);
        const lines = scene.layers
          .find(({ name }) => name === 'pins')!
          .marks.filter(({ key }) => String(key).startsWith('line'));
        expect(new Set(lines.map(({ attributes }) => attributes['stroke-dasharray'])).size).toBe(4);
        const boxes = textBoxes(scene, 'labels');
        expect(boxes.map(({ text }) => text)).toEqual(expect.arrayContaining(['A', 'B', 'C', 'D']));
        boxes.forEach(({ box }, i) => {
          for (const other of boxes.slice(i + 1)) expect(overlap(box, other.box)).toBe(false);
        });
      }
    }
    expect(
      numbersIn(
        spectrumChart.scene(
          {
            ...noisy,
            pins: [
              { label: 'A', values: [] },
              { label: 'B', values: [0, 0] },
            ],
          },
          { width: 300, height: 200 },
          lightTheme,
        ),
      ),
    ).not.toMatch(/NaN|null|Infinity/);
  });
  it('finds the value under the pointer', () => {
    for (const shownCount of [24, 196]) {
      const data = { ...noisy, shownCount };
      const size = { width: 420, height: 260 };
      const { left, pitch, plot } = spectrumFrame(data, size, lightTheme);
      const at = (x: number) => spectrumChart.hit?.({ x, y: 50 }, data, size, lightTheme);
      for (let i = 0; i < shownCount; i++) expect(at(left(i) + pitch / 2)).toBe(i);
      expect(at(plot.left - 1)).toBeNull();
      expect(at(plot.right + 1)).toBeNull();
    }
  });
  it('writes ratios to three digits', () => {
    expect([1, 0.9321, 0.012, 3.24e-5, 0].map(formatRatio)).toEqual(['1', '0.932', '0.012', '3.2 × 10⁻⁵', '0']);
  });
});
