import { describe, expect, it } from 'vitest';
import { defaults } from '../../experiment/parameters';
import type { SweepPlan } from '../../experiment/sweep';
import type { RunSummary } from '../../training/summary';
import type { SweepState } from '../state';
import { sweptLevels } from './swept';

const plan: SweepPlan = { experiment: defaults, seeds: 2, axes: [{ key: 'sigma', values: [0, 0.2] }] };
const run = (data: number, filters: number, diverged = false): RunSummary =>
  ({
    data: { stable: data },
    matrices: [{ name: 'filters', ranks: { stable: filters }, signalShare: null }],
    diverged,
  }) as unknown as RunSummary;
const sweep = (results: SweepState['results'], of: SweepPlan | null = plan): SweepState => ({
  status: 'stopped',
  plan: of,
  results,
  failure: null,
});

describe('the levels of a sweep', () => {
  it('have the mean over their seeds, and how far these lie apart', () => {
    const [still, noisy] = sweptLevels(sweep([run(6, 4), run(6, 5), run(40, 4), run(44, 4)]), 'stable');
    expect(still).toMatchObject({
      experiment: { sigma: 0 },
      data: { mean: 6, low: 6, high: 6 },
      filters: { mean: 4.5, low: 4, high: 5 },
    });
    expect(noisy).toMatchObject({ experiment: { sigma: 0.2 }, data: { mean: 42, low: 40, high: 44 } });
    expect(noisy!.runs.map(({ experiment }) => experiment.seed)).toEqual([defaults.seed, defaults.seed + 1]);
  });

  it('know nothing where no run is there, and no filters’ rank where all diverged', () => {
    const [still, noisy] = sweptLevels(sweep([null, null, run(40, 9, true), null]), 'stable');
    expect(still).toMatchObject({ runs: [], data: null, filters: null });
    expect(noisy).toMatchObject({ data: { mean: 40 }, filters: null });
  });

  it('are none of a sweep that was never started, and the same object while nothing changes', () => {
    expect(sweptLevels(sweep([], null), 'stable')).toEqual([]);
    const one = sweep([run(6, 4), null, null, null]);
    expect(sweptLevels(one, 'stable')).toBe(sweptLevels(one, 'stable'));
  });
});
