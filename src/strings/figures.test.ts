import { describe, expect, it } from 'vitest';
import { en } from './en';

const { spectra, training, filters, images } = en;

describe('what is said of figures', () => {
  it('counts in words that fit the number', () => {
    const facts = { above: 24, all: 64, signalDimension: 6, pins: [] };
    expect(spectra.description(facts)).toBe(
      '24 of 64 singular values are above a tenth of the largest; the signal has 6 dimensions.',
    );
    expect(spectra.description({ ...facts, signalDimension: 1, pins: ['A'] })).toMatch(
      /has 1 dimension\. Behind it, as thin lines: pinned run A\.$/,
    );
    expect(spectra.description({ ...facts, pins: ['A', 'C'] })).toMatch(/pinned runs A, C\.$/);
    expect([1, 5].map(spectra.beyond.more)).toEqual(['noise fills 1 more direction', 'noise fills 5 more directions']);
    expect([1, 300].map(training.outcome.finished)).toEqual(['Finished: 1 step made', 'Finished: 300 steps made']);
  });

  it('names the moments of a run', () => {
    const { text } = training.moments;
    expect([
      text({ kind: 'rise', first: 2, last: 2 }),
      text({ kind: 'rise', first: 1, last: 3 }),
      text({ kind: 'half' }),
    ]).toEqual(['singular value 2 rises', 'singular values 1–3 rise', 'loss halves']);
  });

  it('says less where less is known', () => {
    const point = {
      step: 7,
      steps: 300,
      notion: 'stable rank',
      rank: '4.1',
      loss: 0.6412,
      trainAccuracy: 0.5,
      testAccuracy: null,
    };
    expect(training.shown(point)).toBe('step 7 of 300: stable rank 4.1, loss 0.641, training accuracy 0.50');
    expect(training.shown({ ...point, testAccuracy: 0.984 })).toMatch(/0\.50, test accuracy 0\.98$/);
    const curve = { step: 300, steps: 300, notion: 'stable rank', filters: '4.5', data: null, pins: [] };
    expect(training.curve.description(null)).toBe('Training has not started.');
    expect(training.curve.description(curve)).toBe('At step 300 of 300 the filters’ stable rank is 4.5.');
    expect(training.curve.description({ ...curve, data: '41.3' })).toMatch(
      /is 4\.5; that of the noisy data is 41\.3\.$/,
    );
    expect([training.on('wasm', 'SIMD'), training.on('cpu', '')]).toEqual(['WebAssembly (SIMD)', 'plain TypeScript']);
  });

  it('says of filters and images what they are', () => {
    const filter = { number: 3, patch: null, plus: false, follows: { name: 'v₂' } };
    expect([filter.follows, 'idle' as const, null].map((follows) => filters.filter({ ...filter, follows }))).toEqual([
      'Filter 3 of class −1 follows v₂',
      'Filter 3 of class −1 stayed short',
      'Filter 3 of class −1 follows no signal vector',
    ]);
    expect(filters.filter({ ...filter, patch: 2 })).toBe('At patch 2, filter 3 of class −1 follows v₂');
    expect(filters.alignment.cell(filter, { name: 'u₁', value: -0.204 }, 0.126)).toBe(
      'Filter 3 of class −1 follows v₂; its cosine with u₁ is -0.20; 13% of its energy off the signal span.',
    );
    expect([
      images.name({ plus: true, wrong: false, images: 'synthetic', name: 'u₁' }),
      images.name({ plus: false, wrong: false, images: 'mnist', name: '7' }),
    ]).toEqual(['class +1 · u₁', 'class −1 · digit 7']);
    expect([0.2, -0.2].map(images.margin)).toEqual(['✓ right, margin 0.20', '✗ wrong, margin -0.20']);
  });
});
