import { describe, expect, it } from 'vitest';
import { defaults, type Experiment } from '../../experiment/parameters';
import { presetExperiment, presets } from '../../experiment/presets';
import { hasDiverged } from '../../training/divergence';
import type { RunSummary } from '../../training/summary';
import type { Verdict, VerdictOutcome } from '../../strings/guide-facts';
import type { AppState } from '../state';
import { stateAtEnd, testEngine as engine } from '../testing-runs';
import { neededStill, stillExperiment, stillName } from './still';
import { verdictOf } from './verdict';

/** A run that jumps about is told by its record. */
async function endOf(experiment: Experiment): Promise<AppState> {
  const state = await stateAtEnd(experiment, experiment.lr > 50 ? 2 : experiment.steps);
  return hasDiverged(state.run.history) ? { ...state, run: { ...state.run, status: 'diverged' } } : state;
}

/** As the page judges: compared with the same run at σ = 0 where that is needed. */
async function judge(state: AppState): Promise<{ verdict: Verdict | null; compared: boolean }> {
  const name = neededStill(state);
  const still =
    name === null
      ? null
      : (await engine.complete({ experiment: stillExperiment(name), backend: 'wasm', points: 0 })).summary;
  return { verdict: verdictOf(state, still), compared: name !== null };
}

describe('what becomes of a preset', () => {
  /** What was compared, and what it has learnt. */
  const wanted: Readonly<Record<string, string>> = {
    default: 'compared flat learnt',
    'no-noise': 'clean learnt',
    wide: 'compared flat learnt',
    'nine-patches': 'compared flat learnt',
    'image-matrix': 'compared flat learnt',
    mnist: 'compared flat learnt',
    'near-critical': 'compared learnt',
    memorised: 'compared memorised',
    'few-images': 'compared partly',
    diverges: 'diverged',
  };
  it.each(presets)('$name', async (preset) => {
    const { verdict, compared } = await judge(await endOf(presetExperiment(preset)));
    const words = [verdict!.kind];
    if (verdict!.kind === 'compared' && verdict!.flat) words.push('flat' as never);
    if ('outcome' in verdict!) words.push(verdict!.outcome.kind as never);
    expect(words.join(' ')).toBe(wanted[preset.name]);
    expect(compared).toBe(verdict!.kind === 'compared');
  });

  it('is told in numbers: flat with both ranks, memorised with the share of energy', async () => {
    expect((await judge(await endOf(defaults))).verdict).toMatchObject({
      from: '4.5',
      to: '4.5',
      dataFrom: '6.0',
      dataTo: '41.7',
      turn: 'falls',
    });
    const { verdict } = await judge(await endOf({ ...defaults, sigma: 0.4 }));
    expect(verdict).toMatchObject({ from: '4.5', to: '7.9', turn: 'falls', outcome: { kind: 'memorised' } });
    const { share, testAccuracy, error } = (verdict as Extract<Verdict, { kind: 'compared' }>).outcome as Extract<
      VerdictOutcome,
      { kind: 'memorised' }
    >;
    expect([share, testAccuracy, error]).toEqual([
      expect.closeTo(0.026, 3),
      expect.closeTo(0.56, 2),
      expect.closeTo(Math.sqrt((0.56 * 0.44) / 996), 4),
    ]);
  });
});

describe('a verdict', () => {
  const small: Experiment = { ...defaults, side: 4, n: 60, m: 8 };

  it('waits for the end of this experiment’s run and for its own data', async () => {
    const state = await endOf(small);
    expect(verdictOf({ ...state, run: { ...state.run, status: 'training' } }, null)).toBeNull();
    expect(verdictOf({ ...state, experiment: { ...small, sigma: 0.1 } }, null)).toBeNull();
    expect(verdictOf({ ...state, experiment: { ...small, matrix: 'image' } }, null)).toBeNull();
    expect(verdictOf({ ...state, data: { ...state.data, status: 'loading' } }, null)).toBeNull();
  });

  it('says only what is known where there is nothing to compare with, and of a run that is too short', async () => {
    const state = await endOf({ ...defaults, steps: 150 });
    expect(verdictOf(state, null)?.kind).toBe('alone');
    expect(verdictOf(state, { diverged: true } as RunSummary)?.kind).toBe('alone');
    expect(verdictOf(await endOf({ ...small, steps: 1 }), null)?.kind).toBe('unfitted');
  });

  it('speaks of the notion of rank that the page shows', async () => {
    const state = await endOf(defaults);
    expect((await judge({ ...state, experiment: { ...defaults, rank: 'numerical' } })).verdict).toMatchObject({
      kind: 'compared',
      flat: true,
      from: '6',
      to: '6',
    });
  });

  it('is not compared with a run that would take long', async () => {
    const state = await endOf({ ...defaults, steps: 150 });
    const huge = { ...defaults, steps: 20000, n: 4000, m: 512 };
    expect(
      neededStill({
        ...state,
        experiment: huge,
        run: { ...state.run, experiment: huge },
        data: { ...state.data, experiment: huge },
      }),
    ).toBeNull();
  });

  it('names its comparison so that the name is enough to make it', () => {
    for (const preset of presets) {
      const experiment = presetExperiment(preset);
      expect(stillExperiment(stillName(experiment))).toEqual({ ...experiment, sigma: 0 });
    }
  });
});
