import { describe, expect, it } from 'vitest';
import { defaults } from '../../experiment/parameters';
import { en } from '../../strings/en';
import { plain } from '../../strings/markup';
import { knownLines } from '../testing-known';
import { stateAtEnd, testEngine } from '../testing-runs';
import type { KnownRun } from '../state';
import { atLevel, curvePlan } from './curve-plan';
import { noteFacts } from './figure-notes';

const runAt = async (sigma: number): Promise<KnownRun> => {
  const experiment = { ...defaults, sigma };
  const { summary } = await testEngine.complete({ experiment, backend: 'wasm', points: 0 });
  return { experiment, backend: 'wasm', own: false, summary };
};

describe('how the first figure is not to be read', () => {
  it('low rank is not learning: shown by the least noise at which a run holds more of it than of the signal', async () => {
    const ended = await stateAtEnd(defaults);
    const [still, learnt, noisy, noisier] = await Promise.all([0, 0.25, 0.35, 0.45].map(runAt));
    const state = { ...ended, known: knownLines([noisier!, still!, learnt!, noisy!]) };
    const { noise } = noteFacts(state);
    expect(noise).toMatchObject({ sigma: 0.35, without: 6 });
    // Far below the data's rank, yet many times as many singular values as without noise.
    expect(noise!.filters).toBeLessThan(noise!.data / 3);
    expect(noise!.above).toBeGreaterThan(4 * 6);
    expect(noteFacts({ ...state, experiment: { ...defaults, sigma: 0.45 } }).noise!.sigma).toBe(0.45);
    expect(noteFacts({ ...ended, known: knownLines([still!, learnt!]) }).noise).toBeNull();
    expect(plain(en.figureNotes.noise(noise!))).toMatch(/go from 6 without noise to \d\d\.$/);
    expect(plain(en.figureNotes.noise({ ...noise!, above: 6 }))).toMatch(/for the data\.$/);
  });

  it('seeds differ: told of the level nearest to the current one, once all seeds are there', async () => {
    const [ended, { summary }] = await Promise.all([stateAtEnd(defaults), runAt(0)]);
    const made = (seeds: readonly number[]) =>
      seeds.flatMap((seed) =>
        curvePlan(defaults, [], null).levels.map((sigma) => ({
          experiment: atLevel(defaults, sigma, seed),
          backend: 'wasm' as const,
          own: false,
          summary: { ...summary, data: { ...summary.data, stable: 40 + sigma + seed } },
        })),
      );
    const here = { ...ended, experiment: { ...defaults, sigma: 0.22 } };
    const { spread } = noteFacts({ ...here, known: knownLines(made([0, 1, 2])) });
    expect(spread).toMatchObject({ sigma: 0.2, seeds: 3, data: ['40.2', '42.2'] });
    expect(noteFacts({ ...here, known: knownLines(made([0, 1])) }).spread).toBeNull();
  });

  it('4.5 is not 6: six vectors are followed with unequal energy', async () => {
    const ended = await stateAtEnd(defaults);
    const { unequal } = noteFacts(ended);
    const s = ended.run.latest!.matrices[0]!.singularValues;
    expect(unequal).toEqual({ of: 6, rank: expect.closeTo(4.54, 2), least: expect.closeTo((s[5]! / s[0]!) ** 2, 12) });
    expect(unequal!.least).toBeLessThan(0.7);
    // What is beyond the sixth adds nothing: the rank is what those six energies add up to.
    expect(s.slice(0, 6).reduce((sum, value) => sum + (value / s[0]!) ** 2, 0)).toBeCloseTo(unequal!.rank, 2);
    expect(noteFacts({ ...ended, run: { ...ended.run, experiment: { ...defaults, sigma: 0.1 } } }).unequal).toBeNull();
  });

  it('is not said of digits, whose span is as large as holds their energy', async () => {
    const digits = { ...defaults, data: 'mnist', sigma: 0, n: 40, m: 8, lr: 0.25, steps: 150 } as const;
    expect(noteFacts(await stateAtEnd(digits)).unequal).toBeNull();
  });
});
