import { describe, expect, it } from 'vitest';
import { defaults, type Experiment } from '../../experiment/parameters';
import type { DataSpectrum } from '../../training/data-spectrum';
import { initialState, type AppState } from '../state';
import { isRunCurrent, isRunOf, isSpectrumOf, ownSpectrum, sameImages } from './current';
import { isSweepStale } from './sweep-stale';
import { mapPlan, noisePlan } from './plans';

const spectrum = { data: Float64Array.of(1), clean: Float64Array.of(1) } as DataSpectrum;
const at = (experiment: Partial<Experiment>): Experiment => ({ ...defaults, ...experiment });
const state = (
  now: Partial<Experiment>,
  of: Partial<Experiment> | null,
  status: AppState['data']['status'] = 'ready',
) => {
  const first = initialState(at(now), []);
  return {
    ...first,
    run: { ...first.run, experiment: of && at(of) },
    data: { ...first.data, status, spectrum: of && spectrum, experiment: of && at(of) },
  };
};

describe('whether the run is the current experiment’s', () => {
  it('is a matter of what is computed, not of how it is looked at', () => {
    expect(isRunCurrent(state({}, {}))).toBe(true);
    expect(isRunCurrent(state({ rank: 'energy', matrix: 'image', theme: 'dark' }, {}))).toBe(true);
    expect(isRunCurrent(state({ backend: 'cpu' }, {}))).toBe(true);
    // A parameter that synthetic images have no use for.
    expect(isRunCurrent(state({ stride: 3 }, {}))).toBe(true);
    for (const change of [{ sigma: 0.3 }, { m: 8 }, { seed: 2 }, { steps: 5 }, { data: 'mnist' as const }])
      expect(isRunCurrent(state(change, {})), JSON.stringify(change)).toBe(false);
  });

  it('is no where nothing is recorded yet', () => {
    expect(isRunCurrent(state({}, null))).toBe(false);
    expect(isRunOf({ experiment: null }, defaults)).toBe(false);
  });
});

const isOwn = (data: AppState['data'], experiment: Experiment) => isSpectrumOf(data, experiment, experiment.matrix);

describe('whether the data’s spectrum is an experiment’s own', () => {
  it('is a matter of images and data matrix', () => {
    expect(isOwn(state({}, {}).data, at({ m: 8, steps: 5, lr: 2, rank: 'energy' }))).toBe(true);
    expect(isOwn(state({}, {}).data, at({ sigma: 0.3 }))).toBe(false);
    expect(isOwn(state({}, {}).data, at({ matrix: 'image' }))).toBe(false);
    expect(isOwn(state({}, null).data, defaults)).toBe(false);
    expect(sameImages(at({ matrix: 'image' }), at({ m: 3 }))).toBe(true);
  });

  it('can be asked of another matrix than the one that is looked at', () => {
    expect(isSpectrumOf(state({}, {}).data, at({ matrix: 'image' }), 'patch')).toBe(true);
    expect(isSpectrumOf(state({}, { matrix: 'image' }).data, at({ matrix: 'image' }), 'patch')).toBe(false);
  });

  it('gives none while the next is made, where it failed, or of others', () => {
    expect(ownSpectrum(state({}, {}).data, defaults)).toBe(spectrum);
    for (const status of ['loading', 'failed'] as const)
      expect(ownSpectrum(state({}, {}, status).data, defaults)).toBeNull();
    expect(ownSpectrum(state({}, {}).data, at({ sigma: 0.3 }))).toBeNull();
    expect(ownSpectrum(state({}, null).data, defaults)).toBeNull();
  });
});

describe('whether a sweep is stale', () => {
  const swept = (now: Partial<Experiment>): AppState => {
    const first = initialState(at(now), []);
    return {
      ...first,
      sweep: { ...first.sweep, plan: noisePlan(defaults) },
      map: { ...first.map, plan: mapPlan(defaults) },
    };
  };
  const stale = (now: Partial<Experiment>) => [isSweepStale('sweep')(swept(now)), isSweepStale('map')(swept(now))];

  it('is a matter of everything but what is swept', () => {
    expect(stale({})).toEqual([false, false]);
    expect(stale({ sigma: 1.2, rank: 'energy' })).toEqual([false, false]);
    expect(stale({ n: 480 })).toEqual([true, false]);
    expect(stale({ m: 8 })).toEqual([true, true]);
    expect(stale({ seeds: 3 })).toEqual([true, false]);
    expect(stale({ axis: 'k' })).toEqual([false, true]);
  });

  it('is no where nothing was swept', () => {
    expect(isSweepStale('sweep')(initialState(defaults, []))).toBe(false);
  });
});
