import { describe, expect, it } from 'vitest';
import { defaults, type Experiment } from '../../experiment/parameters';
import { unexpected } from '../../problems/testing';
import type { HistoryPoint } from '../../training/snapshot';
import type { Milestone } from '../../strings/guide-facts';
import { recordedFilters } from '../../training/testing-points';
import { beginNarration, narrate, pause, type Narration } from './milestones';
import { initialState, type AppState, type RunStatus, type SweepState } from '../state';

const random = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4],
  trained = [9, 8, 7, 6, 5, 4, 0.1];
const point = (step: number, values: readonly number[], share = 1, testAccuracy = 0.98): HistoryPoint => ({
  step,
  loss: 0.05,
  trainAccuracy: 1,
  testAccuracy,
  testLoss: null,
  matrices: recordedFilters(values, share),
});

function stateOf(
  status: RunStatus,
  history: readonly HistoryPoint[],
  patch: Partial<Experiment> = {},
  more: Partial<AppState> = {},
): AppState {
  const experiment = { ...defaults, ...patch },
    base = initialState(experiment, []);
  return {
    ...base,
    run: { ...base.run, status, history, latest: (history.at(-1) ?? null) as AppState['run']['latest'], experiment },
    data: {
      ...base.data,
      status: 'ready',
      experiment,
      spectrum: { data: Float64Array.of(1, 1, 1), clean: Float64Array.of(1), signalDimension: 6, rows: 3, columns: 3 },
    },
    ...more,
  };
}

/** Everything that is said of states at their times, with the waits in between gone through. */
function hear(states: readonly (readonly [at: number, state: AppState])[]): [number, Milestone][] {
  const said: [number, Milestone][] = [];
  let narration: Narration = beginNarration(states[0]![1]),
    due: number | null = null,
    last = states[0]![1];
  const tell = (at: number, state: AppState) => {
    const next = narrate(narration, state, at);
    narration = next.narration;
    due = next.again === null ? null : at + next.again;
    if (next.say) said.push([at, next.say]);
  };
  for (const [at, state] of states) {
    if (due !== null && due < at) tell(due, last);
    tell(at, state);
    last = state;
  }
  for (let i = 0; i < 5; i++) if (due !== null) tell(due, last);
  return said;
}
const kinds = (said: readonly [number, Milestone][]) => said.map(([at, { kind }]) => [at, kind]);

describe('moments of a run', () => {
  it('are its start, its singular values standing apart, and its end with both ranks', () => {
    const frames = Array.from({ length: 100 }, (_, i): [number, AppState] => [
      i * 50,
      stateOf(
        'training',
        Array.from({ length: i + 1 }, (__, step) => point(step, step < 60 ? random : trained)),
      ),
    ]);
    const said = hear([...frames, [6000, stateOf('finished', [point(0, random), point(300, trained)])]]);
    expect(kinds(said)).toEqual([
      [0, 'started'],
      [3000, 'separated'],
      [6000, 'finished'],
    ]);
    expect(said[1]![1]).toEqual({ kind: 'separated', count: 6, step: 60 });
    expect(said[2]![1]).toMatchObject({
      steps: 300,
      filters: '3.3',
      data: '3.0',
      sigma: 0.2,
      testAccuracy: 0.98,
      memorised: false,
    });
  });

  it('are told at most once a second, and what was overtaken never', () => {
    const said = hear([
      [0, stateOf('training', [point(0, random)])],
      [200, stateOf('training', [point(0, random), point(9, trained)])],
      [400, stateOf('finished', [point(0, random), point(300, trained)])],
    ]);
    expect(kinds(said)).toEqual([
      [0, 'started'],
      [pause, 'finished'],
    ]);
  });

  it('under a moving slider are the end of the last run alone', () => {
    const drag = Array.from({ length: 60 }, (_, i): [number, AppState][] => {
      const sigma = 0.201 + i * 0.001,
        from = i * 100;
      return [
        [from, stateOf('training', [point(0, random)], { sigma })],
        [from + 40, stateOf('finished', [point(0, random), point(300, trained)], { sigma })],
      ];
    }).flat();
    const said = hear([[-2000, stateOf('finished', [point(0, random), point(300, trained)])], ...drag]);
    expect(kinds(said)).toEqual([
      [-2000, 'finished'],
      [5900 + pause, 'finished'],
    ]);
    expect(said[1]![1]).toMatchObject({ sigma: 0.26 });
  });

  it('do not come again while one looks back, changes the notion of rank, or values fall together again', () => {
    const end = stateOf('finished', [point(0, random), point(300, trained)]);
    expect(
      kinds(
        hear([
          [0, end],
          [3000, { ...end, run: { ...end.run, cursor: 20 } }],
          [6000, { ...end, experiment: { ...end.experiment, rank: 'energy' } }],
        ]),
      ),
    ).toEqual([[0, 'finished']]);
    const back = hear([
      [0, stateOf('training', [point(0, random), point(1, trained)])],
      [3000, stateOf('training', [point(0, random), point(1, trained), point(2, random)])],
    ]);
    expect(kinds(back)).toEqual([[0, 'separated']]);
  });

  it('come again for a replay', () => {
    const end: [number, AppState] = [3000, stateOf('finished', [point(0, random), point(300, trained)])];
    expect(kinds(hear([end, [6000, stateOf('training', [point(0, random)])], [9000, end[1]]]))).toEqual([
      [3000, 'finished'],
      [6000, 'started'],
      [9000, 'finished'],
    ]);
  });

  it('are failures, divergence and memorised noise as well', () => {
    const failed = stateOf('failed', []);
    expect(hear([[0, { ...failed, run: { ...failed.run, failure: unexpected('No way.') } }]])[0]![1]).toEqual({
      kind: 'failed',
      failure: unexpected('No way.'),
    });
    expect(hear([[0, stateOf('diverged', [point(0, random), point(90, trained)])]])[0]![1]).toEqual({
      kind: 'diverged',
      step: 90,
    });
    expect(hear([[0, stateOf('finished', [point(0, random), point(300, trained, 0.02, 0.5)])]])[0]![1]).toMatchObject({
      memorised: true,
    });
  });
});

describe('a sweep', () => {
  const sweep = (status: SweepState['status']): SweepState => ({
    status,
    plan: null,
    results: [null, null, null],
    failure: null,
  });
  it('is told of when it ends, not when it was measured on an earlier visit', () => {
    const at = (status: SweepState['status']) => stateOf('paused', [point(0, random)], {}, { sweep: sweep(status) });
    expect(
      hear([
        [0, at('ready')],
        [2000, at('ready')],
      ]),
    ).toEqual([]);
    expect(
      hear([
        [0, at('running')],
        [2000, at('ready')],
      ]),
    ).toEqual([[2000, { kind: 'swept', what: 'sweep', runs: 3 }]]);
  });
});
