import { describe, expect, it } from 'vitest';
import { defaults, type Experiment } from '../../experiment/parameters';
import { filterShape } from '../../network/filters';
import type { HistoryPoint, Snapshot } from '../../training/snapshot';
import { initialState, type AppState, type RunState } from '../state';
import { alignmentOf, followFacts, groupsOf, shownFiltersOf, sortingFiltersOf, trackOf } from './shown-filters';

/** One class of two signal vectors, u along the first pixel and v along the second, and two filters of four pixels. */
const experiment: Experiment = { ...defaults, side: 2, k: 1, m: 1 };
const signal = Float64Array.of(1, 0, 0, 0, 0, 1, 0, 0);
const point = (step: number, filters: readonly number[] | null): Snapshot => {
  const measured = { step, loss: 0.1, trainAccuracy: 1, testAccuracy: null, testLoss: null };
  const matrix = { ...filterShape(1, 4), singularValues: Float64Array.of(1, 1), signalShare: null, moved: null };
  return {
    ...measured,
    matrices: [{ ...matrix, values: filters && Float64Array.from(filters) }],
  } as HistoryPoint as Snapshot;
};
const start = point(0, [0.6, 0, 0.8, 0, 0, 0.6, 0, 0.8]);
const end = point(40, [1, 0, 0, 0, 0, 2, 0, 0]);
const state = (run: Partial<RunState>): AppState => {
  const first = initialState(experiment, []);
  const made = { initial: start, latest: end, history: [start, end], signal, experiment, status: 'finished' as const };
  return { ...first, run: { ...first.run, ...made, ...run } };
};

describe('the filters that are shown', () => {
  it('are those of the frame, the same object while nothing changes', () => {
    const shown = shownFiltersOf(state({}))!;
    expect(shown).toMatchObject({ step: 40, side: 2, classed: true });
    expect(shown.filters).toBe(end.matrices[0]!.values);
    expect(shownFiltersOf(state({ progress: 0.5 }))).toBe(shown);
    expect(alignmentOf(shown)).toBe(alignmentOf(shown));
    expect(shownFiltersOf(state({ cursor: 0 }))!.step).toBe(0);
  });

  it('are none before the first frame, and where they are those of another run', () => {
    expect(shownFiltersOf(initialState(experiment, []))).toBeNull();
    expect(shownFiltersOf(state({ signal: null }))).toBeNull();
    expect(shownFiltersOf(state({ experiment: { ...experiment, m: 2 } }))).toBeNull();
  });

  it('are sorted by the first frame while a run goes on, by the last once it rests or is looked at', () => {
    expect(sortingFiltersOf(state({ status: 'training' }))!.step).toBe(0);
    expect(sortingFiltersOf(state({ status: 'loading' }))!.step).toBe(0);
    expect(sortingFiltersOf(state({ status: 'paused' }))!.step).toBe(40);
    expect(sortingFiltersOf(state({ status: 'training', cursor: 0 }))!.step).toBe(40);
  });
});

describe('what filters follow', () => {
  it('is counted in their own step', () => {
    const shown = shownFiltersOf(state({}))!;
    expect(followFacts(shown)).toEqual({
      filters: 2,
      parts: 1,
      following: 2,
      mixed: 0,
      noise: 0,
      idle: 0,
      noisy: true,
    });
    expect(groupsOf(shown).filter(({ filters }) => filters.length > 0).length).toBe(2);
    const noise = shownFiltersOf(state({ latest: point(50, [0, 0, 1, 0, 0, 2, 0, 0]) }))!;
    expect(followFacts(noise)).toEqual({
      filters: 2,
      parts: 1,
      following: 1,
      mixed: 0,
      noise: 1,
      idle: 0,
      noisy: true,
    });
    const mixed = shownFiltersOf(state({ latest: point(50, [1, 0.9, 0.6, 0, 0, 2, 0, 0]) }))!;
    expect(followFacts(mixed)).toMatchObject({ following: 1, mixed: 1, noise: 0 });
  });

  it('is tracked for one filter at every step that has filters', () => {
    const { run } = state({ history: [start, point(20, null), end] });
    const track = trackOf(run, 1)!;
    expect(track.steps).toEqual([0, 40]);
    expect(track.cosines[1]).toEqual([expect.closeTo(0.6, 12), 1]);
    expect(track.rest).toEqual([expect.closeTo(0.8, 12), 0]);
    expect(trackOf({ ...run, history: [] }, 0)).toBeNull();
  });
});
