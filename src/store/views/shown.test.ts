import { describe, expect, it } from 'vitest';
import { defaults, type Experiment } from '../../experiment/parameters';
import { leading } from '../../network/matrices';
import { rankOf } from '../../spectrum/ranks';
import type { DataSpectrum } from '../../training/data-spectrum';
import type { Snapshot } from '../../training/snapshot';
import { keptFilters, recordedFilters } from '../../training/testing-points';
import { initialState, type AppState, type RunState } from '../state';
import { rankAt, rankOfValues, ranksOf } from './ranks';
import { filtersFrameOf, frameOf } from './shown-frame';
import { signalDimensionOf, spectrumOf } from './shown-spectrum';
import { shownCount, shownValues } from './shown-values';

const frame = (step: number, filters = true): Snapshot =>
  ({ step, matrices: (filters ? keptFilters : recordedFilters)([3, 2, step]) }) as unknown as Snapshot;
const ones = (length: number) => new Float64Array(length).fill(1);
const spectrum = (data: number, clean = 4): DataSpectrum => ({
  data: ones(data),
  clean: ones(clean),
  signalDimension: 9,
  rows: data,
  columns: data,
});
const state = (experiment: Partial<Experiment>, run: Partial<RunState> = {}, data: Partial<AppState['data']> = {}) => {
  const first = initialState({ ...defaults, ...experiment }, []);
  return { ...first, run: { ...first.run, ...run }, data: { ...first.data, ...data } };
};

describe('the frame that is shown', () => {
  const history = [frame(0), frame(10), frame(20, false)];

  it('is the newest, or the recorded one under the cursor', () => {
    const latest = frame(30);
    expect(frameOf(state({}, { latest, history }))).toBe(latest);
    expect(frameOf(state({}, { latest, history, cursor: 10 }))).toBe(history[1]);
    expect(frameOf(state({}))).toBeNull();
  });

  it('shows the last filters before it where it gave up its own', () => {
    expect(filtersFrameOf(state({}, { latest: frame(30), history, cursor: 20 }))).toBe(history[1]);
  });
});

describe('the spectrum that is shown', () => {
  it('may be of other noise while the next is made, never of other images altogether', () => {
    const data = { spectrum: spectrum(30), experiment: { ...defaults, sigma: 0.9 } };
    expect(spectrumOf(defaults, state({}, {}, data).data)).toBe(data.spectrum);
    expect(spectrumOf({ ...defaults, data: 'mnist' }, state({}, {}, data).data)).toBeNull();
  });

  it('gives real images their signal dimension once it is known; 2K is known at once', () => {
    expect(signalDimensionOf(state({ k: 5 }))).toBe(10);
    const real = { ...defaults, data: 'mnist' as const };
    expect(signalDimensionOf(state(real))).toBeNull();
    expect(signalDimensionOf(state(real, {}, { spectrum: spectrum(30), experiment: real }))).toBe(9);
  });
});

describe('values and ranks that are shown', () => {
  const data = { spectrum: spectrum(16), experiment: defaults };
  const known = state({}, { latest: frame(30) }, data);

  it('have a place each, filters and patches the same ones, as they share a space', () => {
    const shown = (experiment: Partial<Experiment>) =>
      (['clean', 'data', 'filters'] as const).map((of) =>
        shownCount({ ...known, experiment: { ...defaults, ...experiment } }, of),
      );
    const filters = shownValues(known, 'filters')!.length;
    expect(shown({})).toEqual([Math.max(16, filters), Math.max(16, filters), Math.max(16, filters)]);
    expect(shown({ matrix: 'image' })).toEqual([16, 16, filters]);
    expect(shownCount(state({}), 'data')).toBe(0);
  });

  it('are those of clean data, noisy data and the frame’s filters', () => {
    expect(shownValues(known, 'clean')).toBe(data.spectrum.clean);
    expect(shownValues(known, 'data')).toBe(data.spectrum.data);
    expect(shownValues(known, 'filters')).toEqual(Float64Array.of(3, 2, 30));
    expect(ranksOf(known)).toEqual({ clean: 4, data: 16, filters: rankOf('stable', Float64Array.of(3, 2, 30)) });
  });

  it('are by the notion that the page shows, or another', () => {
    const energy = { ...known, experiment: { ...defaults, rank: 'energy' as const } };
    expect(ranksOf(energy).filters).toBe(rankOf('energy', Float64Array.of(3, 2, 30)));
    expect(ranksOf(energy, 'stable')).toEqual(ranksOf(known));
  });

  it('are null where they are not known yet', () => {
    expect(ranksOf(state({}))).toEqual({ clean: null, data: null, filters: null });
    expect(shownValues(state({}), 'filters')).toBeNull();
  });

  it('are those of a recorded step whatever else is asked of it', () => {
    const point = frame(4);
    for (const notion of ['stable', 'effective', 'stable'] as const)
      expect(rankAt(point, notion)).toBe(rankOf(notion, leading(point).singularValues));
    expect(rankOfValues(leading(point).singularValues, 'energy')).toBe(rankOf('energy', leading(point).singularValues));
  });
});
