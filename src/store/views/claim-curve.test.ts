import { describe, expect, it } from 'vitest';
import { defaults, type Experiment } from '../../experiment/parameters';
import { initialState, type AppState, type KnownRun } from '../state';
import { knownLines, knownRun } from '../testing-known';
import { stateAtEnd } from '../testing-runs';
import { claimCurveOf, type ClaimCurve } from './claim-curve';
import { curvePlan } from './curve-plan';
import { lineText } from './known';

const { levels } = curvePlan(defaults, [], null);
const at = (sigma: number, said: Parameters<typeof knownRun>[1] = {}, patch: Partial<Experiment> = {}) =>
  knownRun({ ...defaults, ...patch, sigma }, said);
const stateOf = (runs: readonly KnownRun[], patch: Partial<AppState> = {}): AppState => ({
  ...initialState(defaults, []),
  known: knownLines(runs),
  ...patch,
});
const curveOf = (runs: readonly KnownRun[], patch: Partial<AppState> = {}) => claimCurveOf(stateOf(runs, patch));
const sigmas = ({ points }: Pick<ClaimCurve, 'points'>) => points.map(({ sigma }) => sigma);
const seen = (patch: Partial<Experiment>) => ({ experiment: { ...defaults, ...patch } });
const curveState = (patch: Partial<AppState['curve']>) => ({
  curve: { ...initialState(defaults, []).curve, ...patch },
});
/** A whole curve whose share of signal at each level is so. */
const whole = (share: (sigma: number) => number | null) => levels.map((sigma) => at(sigma, { share: share(sigma) }));

describe('the curve before any run', () => {
  it('has its prediction and its axis at once, and nothing measured', () => {
    const curve = curveOf([]);
    expect(curve).toMatchObject({
      status: 'waiting',
      complete: false,
      done: 0,
      total: 13,
      offer: null,
      seeds: 1,
      xMax: 0.6,
      clean: null,
      points: [],
      ghosts: [],
      half: null,
      noisy: [],
      current: null,
      between: null,
    });
    expect(curve.critical).toBeCloseTo(0.4275, 3);
    expect(curve.predicted!.at(0)).toEqual({ x: 0, y: 6 });
    expect(curve.predicted!.at(-1)!.x).toBe(0.6);
    expect(Math.max(...curve.predicted!.map(({ y }) => y))).toBeGreaterThan(35);
  });

  it.each([
    { rank: 'effective' as const },
    { matrix: 'image' as const },
    { data: 'mnist' as const },
    { project: false },
  ])('has no prediction with %o', (patch) => expect(curveOf([], seen(patch)).predicted).toBeNull());

  it('knows the clean data from a spectrum at another level of noise, of the same images otherwise', async () => {
    const state = await stateAtEnd({ ...defaults, n: 12, side: 4, patches: 2, steps: 1, k: 2 }, 0);
    const moved = (patch: Partial<Experiment>) =>
      claimCurveOf({ ...state, experiment: { ...state.experiment, ...patch } }).clean;
    expect(moved({ sigma: 0.4 })).toBeCloseTo(4, 6);
    expect(moved({ sigma: 0.4, k: 1 })).toBeNull();
    expect(moved({ sigma: 0.4, matrix: 'image' })).toBeNull();
  });
});

describe('points', () => {
  it('are the levels and the visitor’s own runs of this line, by rising noise, in the notion that is chosen', () => {
    const runs = [
      at(0.31, { own: true, data: 38, filters: 5, share: 0.9 }),
      at(0, { data: 6, filters: 4.5 }),
      at(0.36),
      at(0.05, {}, { k: 2 }),
    ];
    const curve = curveOf(runs);
    expect(curve.points).toEqual([
      {
        sigma: 0,
        data: 6,
        filters: 4.5,
        share: 1,
        testAccuracy: 1,
        diverged: false,
        own: false,
        experiment: runs[1]!.experiment,
      },
      {
        sigma: 0.31,
        data: 38,
        filters: 5,
        share: 0.9,
        testAccuracy: 1,
        diverged: false,
        own: true,
        between: true,
        experiment: runs[0]!.experiment,
      },
    ]);
    expect(curve).toMatchObject({ done: 1, clean: 6 });
    expect(curveOf(runs, seen({ rank: 'numerical' })).points[0]).toMatchObject({ data: 206, filters: 204.5 });
  });

  it('have no value for the filters where the run diverged, and say so', () => {
    const [point] = curveOf([at(0, { summary: { diverged: true } })]).points;
    expect(point).toMatchObject({ diverged: true, data: 40, filters: null, share: null });
  });

  it('complete the curve when every level is there, and bands come from two more seeds', () => {
    const runs = levels.map((sigma) => at(sigma, { data: 40, filters: 4 }));
    expect(curveOf(runs.slice(1))).toMatchObject({ complete: false, status: 'waiting', done: 12 });
    expect(curveOf(runs)).toMatchObject({ complete: true, status: 'ready', done: 13, seeds: 1 });
    const seed = (more: number, said: object) => levels.map((sigma) => at(sigma, said, { seed: defaults.seed + more }));
    const two = [...runs, ...seed(1, { data: 38, filters: 5 })];
    expect(curveOf(two).points[3]!.bands).toBeUndefined();
    const third = seed(2, { data: 41, filters: 4.5 });
    const almost = curveOf([...two, ...third.slice(0, 4)]);
    expect(almost.seeds).toBe(1);
    expect(almost.points[3]!.bands).toEqual({ data: { low: 38, high: 41 }, filters: { low: 4, high: 5 } });
    expect(almost.points[4]!.bands).toBeUndefined();
    expect(curveOf([...two, ...third]).seeds).toBe(3);
  });

  it('of a run that diverged are left out of its band', () => {
    const seeds = [{ filters: 4 }, { summary: { diverged: true } }, { filters: 6 }];
    const runs = seeds.map((said, i) => at(0, said, { seed: defaults.seed + i }));
    expect(curveOf(runs).points[0]!.bands).toMatchObject({ filters: { low: 4, high: 6 } });
    const lost = seeds.map((_, i) => at(0, { summary: { diverged: true } }, { seed: defaults.seed + i }));
    expect(curveOf(lost).points[0]!.bands).toBeUndefined();
  });
});

describe('the half-way point', () => {
  it('lies between the two levels around it, and what is beyond is noise', () => {
    const curve = curveOf(whole((sigma) => (sigma < 0.28 ? 1 : sigma < 0.32 ? 0.7 : 0.2)));
    // 0.7 at σ = 0.30, 0.2 at 0.35.
    expect(curve.half).toBeCloseTo(0.32, 9);
    expect(curve.noisy).toEqual([[curve.half, 0.6]]);
  });

  it('is none where the share never falls, was never above, or is not known', () => {
    expect(curveOf(whole(() => 0.9))).toMatchObject({ half: null, noisy: [] });
    expect(curveOf(whole(() => 0.2))).toMatchObject({ half: null, noisy: [[0, 0.6]] });
    expect(curveOf(whole(() => null))).toMatchObject({ half: null, noisy: [] });
  });

  it('is not told while levels are missing around it: then only what was measured is noise', () => {
    const coarse = curveOf(whole((sigma) => (sigma < 0.3 ? 1 : 0)).filter((_, i) => [0, 6, 12].includes(i)));
    expect(sigmas(coarse)).toEqual([0, 0.3, 0.6]);
    expect(coarse).toMatchObject({ half: null, noisy: [[0.3, 0.6]] });
  });

  it('is the first of several, and every stretch of noise is told', () => {
    const curve = curveOf(whole((sigma) => (sigma < 0.1 || (sigma > 0.3 && sigma < 0.4) ? 1 : 0)));
    expect(curve.half).toBeCloseTo(0.075, 9);
    expect(curve.noisy.map((ends) => ends.map((end) => Number(end.toFixed(6))))).toEqual([
      [0.075, 0.325],
      [0.375, 0.6],
    ]);
  });

  it('is not interpolated over a run that diverged', () => {
    const runs = whole((sigma) => (sigma < 0.3 ? 1 : 0)).map((run) =>
      run.experiment.sigma === 0.25 ? at(0.25, { summary: { diverged: true } }) : run,
    );
    expect(curveOf(runs)).toMatchObject({ half: null, noisy: [[0.3, 0.6]] });
  });
});

describe('the axis', () => {
  it('stays where it was while a handle is held, and shows what lies on it', () => {
    const held = { ...seen({ k: 1 }), ...curveState({ axis: { line: lineText(defaults), end: 0.66 } }) };
    const runs = [at(0, {}, { k: 1 }), at(0.88, { own: true }, { k: 1 })];
    expect(curveOf(runs, { ...held, held: true })).toMatchObject({ xMax: 0.66 });
    expect(sigmas(curveOf(runs, { ...held, held: true }))).toEqual([0]);
    const free = curveOf(runs, held);
    expect(free.xMax).toBe(0.88);
    expect(sigmas(free)).toEqual([0, 0.88]);
  });
});

describe('ghosts', () => {
  const before = levels.map((sigma) => at(sigma, { filters: 7 }, { k: 2 }));
  const left = { before: { line: lineText({ ...defaults, k: 2 }), sigmas: levels.slice(1) } };

  it('are the points of the curve before, as far as this one has none in their place', () => {
    const curve = curveOf([...before, at(0.07, { own: true })], curveState(left));
    expect(curve.ghosts.map(({ sigma }) => sigma)).toEqual(levels.slice(2));
    expect(curve.ghosts[0]).toMatchObject({ filters: 7, experiment: { k: 2 } });
  });

  it('are gone when the curve is complete, and where their runs are known no more', () => {
    expect(curveOf([...before, ...levels.map((sigma) => at(sigma))], curveState(left)).ghosts).toEqual([]);
    expect(curveOf([], curveState(left)).ghosts).toEqual([]);
  });
});

describe('the values at the handle', () => {
  it('are those of the run on the page once it has ended with its data, and of no other', async () => {
    const state = await stateAtEnd({ ...defaults, n: 12, side: 4, patches: 2, steps: 20, k: 2, m: 4 });
    const curve = claimCurveOf(state);
    expect(curve.current).toMatchObject({ sigma: 0.2, share: state.run.latest!.matrices[0]!.moved!.share });
    expect(claimCurveOf({ ...state, experiment: { ...state.experiment, sigma: 0.3 } }).current).toBeNull();
    expect(claimCurveOf({ ...state, run: { ...state.run, status: 'training' } }).current).toBeNull();
    expect(claimCurveOf({ ...state, data: { ...state.data, status: 'loading' } }).current).toBeNull();
  });

  it('are those of a run that is known of this very experiment', () => {
    expect(curveOf([at(defaults.sigma, { data: 41, filters: 4.4, share: 0.99 })]).current).toEqual({
      sigma: 0.2,
      data: 41,
      filters: 4.4,
      share: 0.99,
    });
  });

  it('lie between the points around it while there is no run, and nowhere outside of them', () => {
    const runs = [at(0.15, { data: 30, filters: 4, share: 1 }), at(0.25, { data: 34, filters: 6, share: 0.8 })];
    const { current, between } = curveOf(runs);
    expect(current).toBeNull();
    expect(between!.data).toBeCloseTo(32, 9);
    expect(between!.filters).toBeCloseTo(5, 9);
    expect(between!.share).toBeCloseTo(0.9, 9);
    expect(curveOf(runs, seen({ sigma: 0.3 })).between).toBeNull();
    expect(curveOf(runs, seen({ sigma: 0.1 })).between).toBeNull();
    expect(curveOf(runs, seen({ sigma: 0.25 })).between).toMatchObject({ data: 34, filters: 6 });
  });
});

describe('an offer', () => {
  it('says how many runs are left and how long they would take, as far as this device is known', () => {
    const offered = curveState({ status: 'offered' });
    const { offer } = curveOf([at(0)], offered);
    expect(offer!.runs).toBe(12);
    expect(offer!.seconds).toBeCloseTo(2.8, 0);
    const known = { ...knownLines([at(0)]), pace: { msPerWork: 1e-6 } };
    expect(curveOf([], { ...offered, known }).offer!.seconds).toBeCloseTo(10 * offer!.seconds, 6);
  });

  it('is none while the curve is drawn by itself, or nothing is left to draw', () => {
    expect(curveOf([at(0)], curveState({ status: 'running' })).offer).toBeNull();
    expect(
      curveOf(
        levels.map((sigma) => at(sigma)),
        curveState({ status: 'offered' }),
      ).offer,
    ).toBeNull();
  });
});

it('is the same object while nothing of it changes', () => {
  const state = stateOf([at(0)]);
  expect(claimCurveOf({ ...state, imagesPage: 3 })).toBe(claimCurveOf(state));
  const other = { lines: new Map([...state.known.lines, ['another line', []]]), pace: { msPerWork: 1 } };
  expect(claimCurveOf({ ...state, known: other })).toBe(claimCurveOf(state));
});
