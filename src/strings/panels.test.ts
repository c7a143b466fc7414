import { describe, expect, it } from 'vitest';
import { en } from './en';
import { parse, plain } from './markup';

const level = { sigma: 0.2, data: 41.31, filters: 4.42, testAccuracy: 1 };

describe('a sweep in words', () => {
  it('says what its levels measured, and what is not known', () => {
    expect(en.sweep.text([], 'stable')).toBe('Nothing is measured yet.');
    expect(
      en.sweep.text(
        [
          { ...level, sigma: 0 },
          { ...level, data: null },
          { ...level, sigma: 0.6, filters: null },
        ],
        'stable',
      ),
    ).toBe(
      'Measured at 3 levels of noise from σ = 0 to 0.6: at 0 data 41.3, filters 4.4; at 0.2 data unknown, filters 4.4; at 0.6 data 41.3, filters diverged.',
    );
  });

  it('says of a level what pressing it does, with ranks of the notion that is shown', () => {
    expect(en.sweep.open(level, 'stable')).toBe(
      'σ = 0.2: noisy data 41.3, filters 4.4, test accuracy 1.00. Opens this run.',
    );
    expect(en.sweep.open({ ...level, data: 64, filters: 19 / 3, testAccuracy: null }, 'numerical')).toBe(
      'σ = 0.2: noisy data 64, filters 6.3. Opens this run.',
    );
  });
});

describe('a cell of the map in words', () => {
  it('has both parameters and both measurements', () => {
    expect(en.map.open({ sigma: 0.3, row: 'n = 60', share: 0.987, testAccuracy: null })).toBe(
      'σ = 0.3, n = 60: signal share 0.99, test accuracy unknown. Opens this run.',
    );
  });
});

describe('the table of runs', () => {
  it('counts the runs that are still to come', () => {
    expect([['A'], ['A', 'C']].map(en.runs.computing)).toEqual(['Computing run A …', 'Computing runs A, C …']);
    expect([en.runs.table.openRun({ letter: 'B' }), en.runs.table.againRun({ recent: 2 })]).toEqual([
      'Open run B',
      'Try again to make recent run 2',
    ]);
  });
});

describe('the theory in words', () => {
  const { predicted, regime, race, critical } = en.theory.terms;

  it('holds what was measured against what was predicted, without a sign for none', () => {
    const said = [3.21, -0.96, -0.04, 0.04].map((off) =>
      plain(predicted.text({ rank: 41.3, off })).replace(/.*Measured: /, ''),
    );
    expect(said).toEqual([
      '41.3, 3.2% more.',
      '41.3, 1.0% less.',
      '41.3, the same to 0.1%.',
      '41.3, the same to 0.1%.',
    ]);
    expect(predicted.text(null)).not.toContain('Measured');
  });

  it('explains a run that memorises noise below σ*, and no other', () => {
    for (const state of ['memorised', 'partly'] as const)
      expect(regime.text(state, 'signal')).toContain('does not contradict it');
    for (const [state, winner] of [
      ['memorised', 'noise'],
      ['memorised', null],
      ['learnt', 'signal'],
      ['training', 'signal'],
    ] as const)
      expect(regime.text(state, winner)).not.toContain('contradict');
  });

  it('raises its exponents', () => {
    for (const sentence of [race.symbol, race.text('signal'), critical.symbol])
      expect(parse(sentence).some(({ kind }) => kind === 'raised')).toBe(true);
  });
});

describe('what a link holds', () => {
  it('is said with pinned runs where there are some, and with a warning on one’s own machine', () => {
    expect(en.sharing.hint({ pinned: false, talk: false, local: false })).toBe(
      'The link holds every parameter that differs from the default; whoever opens it trains the same run.',
    );
    expect(en.sharing.hint({ pinned: true, talk: false, local: true })).toMatch(
      /default, and the pinned runs; .* own machine/,
    );
    expect(en.sharing.hint({ pinned: true, talk: true, local: false })).toMatch(
      /default, the pinned runs and your talk;/,
    );
  });
});
