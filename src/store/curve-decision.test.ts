import { describe, expect, it } from 'vitest';
import { defaults, type Experiment } from '../experiment/parameters';
import { decideCurve, isQuiet, type CurveMemory } from './curve-decision';
import { initialState, type AppState, type KnownRun } from './state';
import { knownLines, knownRun } from './testing-known';
import { bestOrder, curvePlan } from './views/curve-plan';
import { lineText } from './views/known';

const line = lineText(defaults);
const { levels } = curvePlan(defaults, [], null);
const rested: CurveMemory = {
  at: 0.2,
  rested: true,
  idle: false,
  asked: null,
  stopped: null,
  failed: null,
  begun: null,
  spared: null,
};
const plentiful = { hidden: false, saving: false };
/** A page that has its first frame, with the curve in sight. */
function stateOf(patch: Partial<AppState> = {}, of: Partial<Experiment> = {}): AppState {
  const state = initialState({ ...defaults, ...of }, []);
  return { ...state, run: { ...state.run, latest: {} as never }, watched: { curve: 'seen' }, ...patch };
}
const withKnown = (runs: readonly KnownRun[], of: Partial<Experiment> = {}) => stateOf({ known: knownLines(runs) }, of);
const all = (seed = defaults.seed, of: Partial<Experiment> = {}) =>
  levels.map((sigma) => knownRun({ ...defaults, ...of, sigma, seed }));
const wished = (state: AppState, memory: Partial<CurveMemory> = {}, circumstances = plentiful) => {
  const { status, wishes } = decideCurve(state, { ...rested, ...memory }, circumstances);
  return { status, sigmas: wishes.map(({ experiment }) => experiment.sigma) };
};
const statusOf = (...args: Parameters<typeof wished>) => wished(...args).status;
/** So large that twelve runs take minutes. */
const dear: Partial<Experiment> = { n: 2000, m: 256 };

describe('the runs of a curve', () => {
  it('are all that are missing, no noise and the visitor’s place first, which is a point of its own', () => {
    expect(wished(stateOf())).toEqual({ status: 'running', sigmas: bestOrder(levels, 0.2) });
    const { wishes } = decideCurve(withKnown(all().slice(0, 3)), rested, plentiful);
    expect(wishes.map(({ experiment, own }) => [experiment.sigma, own])).toEqual(
      bestOrder(levels, 0.2)
        .filter((sigma) => !levels.slice(0, 3).includes(sigma))
        .map((sigma) => [sigma, sigma === 0.2]),
    );
  });

  it('are only the ends and the visitor’s place where it is not known how far the axis goes', () => {
    expect(wished(stateOf({}, { data: 'mnist' })).sigmas).toEqual([0, 0.2, 0.6]);
  });

  it('wait for the page’s own first frame, for somebody to show them, and for settings to rest', () => {
    const waiting = { status: 'waiting', sigmas: [] };
    expect(wished(initialState(defaults, []))).toEqual(waiting);
    expect(wished(stateOf({ run: initialState(defaults, []).run }))).toEqual(waiting);
    expect(wished(stateOf({ watched: {} }))).toEqual(waiting);
    expect(wished(stateOf({ watched: { curve: null } }))).toEqual(waiting);
    expect(wished(stateOf(), { rested: false })).toEqual(waiting);
    expect(statusOf(stateOf({ watched: { curve: 'unseen' } }))).toBe('running');
  });

  it('are none while nobody sees the page', () => {
    expect(statusOf(stateOf({ presence: 'away' }))).toBe('waiting');
    expect(statusOf(stateOf(), {}, { hidden: true, saving: false })).toBe('waiting');
    const done = withKnown([...all(), knownRun(defaults)]);
    expect(wished(done, { idle: true }, { hidden: true, saving: false })).toEqual({ status: 'ready', sigmas: [] });
  });
});

describe('a curve that costs much', () => {
  it('is offered, and drawn when it is asked for', () => {
    expect(wished(stateOf({}, dear))).toEqual({ status: 'offered', sigmas: [] });
    const asked = lineText({ ...defaults, ...dear });
    expect(statusOf(stateOf({}, dear), { asked })).toBe('running');
    expect(statusOf(stateOf({}, dear), { asked: line })).toBe('offered');
  });

  it('is found out by what the first runs cost here; one that was begun so is not doubted again', () => {
    const slow = { ...knownLines([]), pace: { msPerWork: 2.4e-6 } };
    expect(statusOf(stateOf({ known: slow }))).toBe('offered');
    expect(statusOf(stateOf({ known: slow }), { begun: line })).toBe('running');
    const fast = { ...knownLines([]), pace: { msPerWork: 1e-9 } };
    expect(statusOf(stateOf({ known: fast }, dear))).toBe('running');
  });
});

describe('on a device that is to be spared, or where nothing starts by itself', () => {
  const saving = { hidden: false, saving: true };

  it.each([
    ['saving', {}, saving],
    ['autoplay=0', { autoplay: false }, plentiful],
  ] as const)('one curve is drawn once it is in sight, and others are offered (%s)', (_, of, circumstances) => {
    expect(statusOf(stateOf({}, of), {}, circumstances)).toBe('running');
    expect(statusOf(stateOf({ watched: { curve: 'unseen' } }, of), {}, circumstances)).toBe('waiting');
    // The one that was begun is drawn to its end, also when it is scrolled away.
    expect(statusOf(stateOf({ watched: { curve: 'unseen' } }, of), { spared: line }, circumstances)).toBe('running');
    expect(statusOf(stateOf({}, of), { spared: 'another' }, circumstances)).toBe('offered');
    expect(statusOf(stateOf({}, of), { spared: 'another', asked: line }, circumstances)).toBe('running');
  });

  it('there are no bands', () => {
    const done = withKnown([...all(), knownRun(defaults)]);
    expect(wished(done, { idle: true }, saving).sigmas).toEqual([]);
  });
});

describe('a curve that was stopped or failed', () => {
  it('says so until it is asked for, and as long as the settings are the same', () => {
    expect(wished(stateOf(), { stopped: line })).toEqual({ status: 'stopped', sigmas: [] });
    expect(wished(stateOf(), { failed: line })).toEqual({ status: 'failed', sigmas: [] });
    expect(statusOf(stateOf(), { stopped: 'another', failed: 'another' })).toBe('running');
    expect(statusOf(withKnown([...all(), knownRun(defaults)]), { stopped: line })).toBe('ready');
  });
});

describe('the bands', () => {
  const done = [...all(), knownRun(defaults)];

  it('are two more seeds at every level, once the curve is there and the page has been idle', () => {
    expect(wished(withKnown(done))).toEqual({ status: 'ready', sigmas: [] });
    const { wishes } = decideCurve(withKnown(done), { ...rested, idle: true }, plentiful);
    expect(wishes.map(({ experiment }) => experiment.seed - defaults.seed)).toEqual([
      ...levels.map(() => 1),
      ...levels.map(() => 2),
    ]);
    expect(new Set(wishes.map(({ experiment }) => experiment.sigma))).toEqual(new Set(levels));
    expect(wishes.some(({ own }) => own)).toBe(false);
  });

  it('are made as far as they are missing, and then rest', () => {
    const second = [...done, ...all(defaults.seed + 1)];
    expect(wished(withKnown(second), { idle: true }).sigmas).toEqual(bestOrder(levels, 0));
    expect(wished(withKnown([...second, ...all(defaults.seed + 2)]), { idle: true }).sigmas).toEqual([]);
  });

  it('are left out where a level costs much', () => {
    const known = { ...knownLines(done), pace: { msPerWork: 4e-7 } };
    expect(wished(stateOf({ known }), { idle: true })).toEqual({ status: 'ready', sigmas: [] });
  });
});

describe('a quiet page', () => {
  const quiet = (patch: Partial<AppState>) => {
    const state = stateOf();
    const still = {
      run: { ...state.run, status: 'finished' as const },
      data: { ...state.data, status: 'ready' as const },
    };
    return isQuiet({ ...state, ...still, ...patch });
  };

  it('trains, replays, sweeps and computes nothing, and no slider is held', () => {
    const { run, data, sweep } = stateOf();
    expect(quiet({})).toBe(true);
    expect(quiet({ run: { ...run, status: 'paused' } })).toBe(true);
    expect(quiet({ run: { ...run, status: 'training' } })).toBe(false);
    expect(quiet({ run: { ...run, status: 'finished', replaying: true } })).toBe(false);
    expect(quiet({ data: { ...data, status: 'loading' } })).toBe(false);
    expect(quiet({ sweep: { ...sweep, status: 'running' } })).toBe(false);
    expect(quiet({ map: { ...sweep, status: 'running' } })).toBe(false);
    expect(quiet({ held: true })).toBe(false);
  });
});
