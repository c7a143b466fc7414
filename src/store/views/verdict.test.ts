import { describe, expect, it } from 'vitest';
import { defaults, type Experiment } from '../../experiment/parameters';
import { presetExperiment, presets } from '../../experiment/presets';
import type { RunSummary } from '../../training/summary';
import type { Verdict } from '../../strings/guide-facts';
import type { AppState } from '../state';
import { stateAtEnd, testEngine as engine } from '../testing-runs';
import { neededStill, stillExperiment, stillName } from './still';
import { verdictOf } from './verdict';

/** As the page judges: compared with the same run at σ = 0 where that is needed. */
async function judge(state: AppState): Promise<Verdict | null> {
  const name = neededStill(state);
  const still =
    name === null
      ? null
      : (await engine.complete({ experiment: stillExperiment(name), backend: 'wasm', points: 0 })).summary;
  return verdictOf(state, still);
}

describe('a verdict', () => {
  const small: Experiment = { ...defaults, side: 4, n: 60, m: 8 };

  it('waits for the end of this experiment’s run and for its own data', async () => {
    const state = await stateAtEnd(small);
    expect(verdictOf({ ...state, run: { ...state.run, status: 'training' } }, null)).toBeNull();
    expect(verdictOf({ ...state, experiment: { ...small, sigma: 0.1 } }, null)).toBeNull();
    expect(verdictOf({ ...state, experiment: { ...small, matrix: 'image' } }, null)).toBeNull();
    expect(verdictOf({ ...state, data: { ...state.data, status: 'loading' } }, null)).toBeNull();
  });

  it('says only what is known where there is nothing to compare with, and of a run that is too short', async () => {
    const state = await stateAtEnd({ ...defaults, steps: 150 });
    expect(verdictOf(state, null)?.kind).toBe('alone');
    expect(verdictOf(state, { diverged: true } as RunSummary)?.kind).toBe('alone');
    expect(verdictOf(await stateAtEnd({ ...small, steps: 1 }), null)?.kind).toBe('unfitted');
  });

  it('speaks of the notion of rank that the page shows', async () => {
    const state = await stateAtEnd(defaults);
    expect(await judge({ ...state, experiment: { ...defaults, rank: 'numerical' } })).toMatchObject({
      kind: 'compared',
      flat: true,
      from: '6',
      to: '6',
    });
  });

  it('is not compared with a run that would take long', async () => {
    const state = await stateAtEnd({ ...defaults, steps: 150 });
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
