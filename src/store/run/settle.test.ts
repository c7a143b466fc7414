import { describe, expect, it } from 'vitest';
import { said, unexpected } from '../../problems/testing';
import { SupersededError, WorkerCrashedError } from '../../training/protocol';
import { BackendUnavailableError } from '../../training/trainer';
import type { AppState, RunState } from '../state';
import { decide, type Job } from './decide';
import type { Made, Turn, Wants } from './made';
import { unrecorded } from './recording';
import { open, settle, type Outcome } from './settle';
import { crash, lostGpu } from './testing-walk';
import {
  batchTo,
  chosen,
  experiment,
  first,
  madeOf,
  olderRun,
  onCpu,
  onWasm,
  recordOf,
  runOf,
  stateOf,
  wanted,
} from './testing-tables';

const due = { chase: false };
const answered = (answer: Outcome['answer'], took = 0): Outcome => ({ answer: answer ?? null, took, now: 0 });
/** A run at step 10 whose next steps are due. */
const watchedTo = (watched: number) => madeOf({ watched });
const threw = (error: Error): Outcome => ({ error });

/** The job that is decided on, with what it is told to be in the meantime. */
function after(
  outcome: Outcome,
  {
    made = watchedTo(14.5),
    wants = wanted(),
    state = stateOf(),
    meanwhile = (turn: Turn): Turn => turn,
    by = state,
  }: { made?: Made; wants?: Wants; state?: AppState; meanwhile?: (turn: Turn) => Turn; by?: AppState } = {},
): Turn & { job: Job; shown: Partial<RunState> } {
  const job = decide(made, wants, state)!;
  const now = meanwhile(open(made, wants, job));
  const turn = settle(now.made, now.wants, by, job, outcome);
  return { ...turn, job, shown: turn.patch ?? {} };
}
const nowWants = (patch: Partial<Wants>) => (turn: Turn) => ({ ...turn, wants: { ...turn.wants, ...patch } });
const nowMade = (patch: Partial<Made>) => (turn: Turn) => ({ ...turn, made: { ...turn.made, ...patch } });
const steps = ({ history }: Partial<RunState>) => history?.map(({ step }) => step);

describe('a run that begins', () => {
  const begins = { made: madeOf({ trouble: { refused: ['webgl'], recoveries: 2 } }), wants: wanted({ due }) } as const;

  it('is nothing yet, with every backend to try, and is not due any more', () => {
    const job = decide(begins.made, begins.wants, stateOf())!;
    const { made, wants, patch } = open(begins.made, begins.wants, job);
    expect(made).toMatchObject({ recorded: null, held: -1, reached: 0, trouble: { refused: [], recoveries: 0 } });
    expect([wants.due, patch]).toEqual([null, { status: 'loading', progress: null, failure: null }]);
  });

  it('once more keeps what went wrong in it, and is training at once under a moving slider', () => {
    const made = { ...begins.made, recorded: null };
    const state = stateOf({ status: 'loading' });
    expect(open(made, wanted(), decide(made, wanted(), state)!).made.trouble).toBe(made.trouble);
    const wants = wanted({ due: { chase: true } });
    expect(open(made, wants, decide(made, wants, stateOf())!).patch).toMatchObject({ status: 'training' });
  });

  it('shows its first frame in place of all of the older run, its cursor too, and goes on as it was asked to', () => {
    for (const playing of [true, false]) {
      const state = stateOf(olderRun({ cursor: 0, replaying: true, playing }));
      const { shown, made } = after(answered(onWasm), { ...begins, state });
      expect(shown).toMatchObject({
        status: playing ? 'training' : 'paused',
        initial: onWasm.snapshot,
        latest: onWasm.snapshot,
        history: [onWasm.snapshot],
        experiment,
        backend: 'wasm',
        cursor: null,
        replaying: false,
      });
      expect(made.held).toBe(0);
    }
  });

  it('is nothing to the page where a newer one is due by then', () => {
    const { shown, made } = after(answered(onWasm), { ...begins, meanwhile: nowWants({ due }) });
    expect([shown, made.recorded]).toEqual([{}, null]);
  });

  it('under a moving slider shows nothing yet, also where a newer one is due, and however far it is to go', () => {
    const { shown, made } = after(answered(onWasm), {
      wants: wanted({ due: { chase: true } }),
      meanwhile: nowWants({ due: { chase: true }, seek: 30 }),
    });
    expect(shown).toEqual({ status: 'training', progress: null });
    expect(made.recorded!.started).toBe(onWasm);
    const empty = stateOf({ initial: null, latest: null, history: [], experiment: null });
    const page = after(answered(onWasm), { wants: wanted({ due: { chase: true } }), state: empty });
    expect(page.shown).toEqual({ status: 'training', progress: null });
  });

  it('on its way to a step leaves what is shown; where there is nothing, it shows its curve, but no frame', () => {
    const wants = wanted({ due, seek: 30 });
    expect(after(answered(onWasm), { wants, state: stateOf(olderRun()) }).shown).toEqual({
      status: 'loading',
      progress: null,
    });
    const empty = stateOf({ initial: null, latest: null, history: [], experiment: null });
    expect(after(answered(onWasm), { wants, state: empty }).shown).toMatchObject({
      status: 'loading',
      latest: null,
      history: [onWasm.snapshot],
    });
  });
});

describe('a batch', () => {
  it('goes on the curve, and its last frame is shown', () => {
    const { made, shown } = after(answered(batchTo('wasm', 12)), { made: watchedTo(12.5) });
    expect(steps(shown)).toEqual([0, 5, 10, 12]);
    expect(shown).toMatchObject({ latest: { step: 12 }, status: 'training', progress: null });
    expect(made).toMatchObject({ reached: 12, held: 12, msPerStep: 1, watched: 12.5, cut: false });
  });

  it('of a run that a newer one replaces is dropped, but a slider’s is shown', () => {
    expect(after(answered(batchTo('wasm', 12)), { meanwhile: nowWants({ due }) }).shown).toEqual({});
    const chase = { made: first({ chase: true }), meanwhile: nowWants({ due }), state: stateOf(olderRun()) };
    const { shown, made } = after(answered(batchTo('wasm', 20, 40)), chase);
    expect(steps(shown)).toEqual([0, 20, 40]);
    expect(shown).toMatchObject({ initial: onWasm.snapshot, experiment });
    expect(shown.status).toBeUndefined(); // it is not over: the newer one goes on
    expect(made.reached).toBe(40);
  });

  it('by hand takes its steps off those asked for, also while more are', () => {
    const state = stateOf({ status: 'paused' });
    const wants = wanted({ single: 3 });
    expect(after(answered(batchTo('wasm', 12)), { wants, state }).wants.single).toBe(1);
    expect(
      after(answered(batchTo('wasm', 13)), { wants, state, meanwhile: nowWants({ single: 5 }) }).wants.single,
    ).toBe(2);
    expect(after(answered(batchTo('wasm', 14)), { wants, state }).wants.single).toBe(0);
    expect(after(answered(batchTo('wasm', 12)), { meanwhile: nowWants({ single: 5 }) }).wants.single).toBe(5);
  });

  it('ends what was loading where the step is reached, as it was asked to go on', () => {
    const wants = wanted({ seek: 30 });
    const state = (playing: boolean) => stateOf({ status: 'loading', playing });
    expect(after(answered(batchTo('wasm', 20)), { wants, state: state(true) }).shown.status).toBe('loading');
    expect(after(answered(batchTo('wasm', 30)), { wants, state: state(true) }).shown.status).toBe('training');
    expect(after(answered(batchTo('wasm', 30)), { wants, state: state(false) }).shown.status).toBe('paused');
    // Paused on the way, it has arrived where it is.
    const paused = { wants, state: state(true), meanwhile: nowWants({ seek: 0 }), by: state(false) };
    expect(after(answered(batchTo('wasm', 20)), paused).shown.status).toBe('paused');
  });

  it('that ended between two points of the curve leaves one that goes with the next', () => {
    const long = { ...experiment, steps: 2000 }; // 101, 104 and 107 are points
    const made = madeOf({ experiment: long, recorded: recordOf(onWasm, 101, 104), reached: 104, held: 104 });
    const seek = { made, wants: wanted({ seek: 300 }), state: stateOf({ status: 'loading' }) };
    const cut = after(answered(batchTo('wasm', 105)), seek);
    expect([steps(cut.shown), cut.made.cut]).toEqual([[0, 101, 104, 105], true]);
    const next = after(answered(batchTo('wasm', 107)), { ...seek, made: cut.made });
    expect([steps(next.shown), next.made.cut]).toEqual([[0, 101, 104, 107], false]);
    // Where it arrives, or is paused, it stays.
    const arrived = after(answered(batchTo('wasm', 106)), { ...seek, wants: wanted({ seek: 106 }) });
    expect(arrived.made.cut).toBe(false);
    const by = stateOf({ status: 'loading', playing: false });
    const paused = { ...seek, meanwhile: nowWants({ seek: 0 }), by };
    expect(after(answered(batchTo('wasm', 105)), paused).made.cut).toBe(false);
    const chase = { made: { ...first({ chase: true }), experiment: long }, wants: wanted({ seek: 300 }) };
    expect(after(answered(batchTo('wasm', 105)), chase).made.cut).toBe(false);
    // A run that is watched, or goes to its end at once, is on its way.
    const still = { made, state: stateOf({}, { pace: 'once' }) };
    expect(after(answered(batchTo('wasm', 105)), still).made.cut).toBe(true);
    expect(after(answered(batchTo('wasm', 105)), { ...still, by: stateOf({ status: 'paused' }) }).made.cut).toBe(false);
    const watched = { ...made, watched: 106.4 };
    expect(after(answered(batchTo('wasm', 106)), { made: watched }).made).toMatchObject({ cut: true, watched: 106.4 });
    // One that could not keep up goes on from where it is.
    expect(after(answered(batchTo('wasm', 105)), { made: watched }).made.watched).toBe(105);
  });

  it('takes whoever watches on by the time since the frame before, but no further than a slow frame', () => {
    const watch = (made: Made, now: number, patch: Partial<AppState> = {}) =>
      after({ answer: null, took: 0, now }, { made, state: stateOf({}, patch) });
    const begun = watch(madeOf({ watched: 10 }), 5000);
    expect([begun.made.watched, begun.made.watchedAt, begun.shown]).toEqual([expect.closeTo(10), 5000, {}]);
    const on = (ms: number, patch?: Partial<AppState>) => watch(begun.made, 5000 + ms, patch).made.watched;
    expect(on(16)).toBeGreaterThan(10);
    expect(on(32)).toBeGreaterThan(on(16));
    expect(on(64, { pace: 'slow' })).toBeCloseTo(on(16));
    expect(on(60_000)).toBe(on(250));
  });

  it('means that what went wrong is over, but for backends that failed', () => {
    const made = { ...watchedTo(12), trouble: { refused: ['webgl' as const], recoveries: 2 } };
    expect(after(answered(batchTo('wasm', 12)), { made }).made.trouble).toEqual({ refused: ['webgl'], recoveries: 0 });
  });

  it('that comes when its worker or its backend was given up counts, and is made again', () => {
    const meanwhile = nowMade({ held: -1, backend: 'cpu' });
    const { made, shown } = after(answered(batchTo('wasm', 12)), { meanwhile });
    expect([made.reached, made.held, shown.backend]).toEqual([12, -1, 'wasm']);
  });

  it('to the last step ends the run and all that was asked of it, to be recorded again where its curve is coarse', () => {
    const wants = wanted({ single: 40 });
    const ends = { wants, state: stateOf({ status: 'paused' }) };
    const coarse = after(answered(batchTo('wasm', 40)), ends);
    expect(coarse.shown).toMatchObject({ status: 'finished', progress: null, latest: { step: 40 } });
    expect(coarse.wants).toEqual({ ...wanted(), recording: unrecorded });
    const all = Array.from({ length: 39 }, (_, i) => i + 1);
    const made = madeOf({ recorded: recordOf(onWasm, ...all), reached: 39, held: 39, chase: true });
    const full = after(answered(batchTo('wasm', 40)), { made });
    expect([full.wants.recording, full.made.chase]).toEqual([null, false]);
  });

  it('that diverges ends the run at its last finite frame', () => {
    const { trail } = batchTo('wasm', 12, 14);
    const lost = { ...trail[1]!, loss: NaN };
    const answer = { trail: [trail[0]!, lost], snapshot: lost as never, msPerStep: 1 };
    const { shown, wants, made } = after(answered(answer), {
      wants: wanted({ seek: 30 }),
      made: madeOf({ chase: true }),
    });
    expect([shown.status, steps(shown), shown.latest!.step]).toEqual(['diverged', [0, 5, 10, 12], 10]);
    expect([wants.seek, wants.single, made.chase]).toEqual([0, 0, false]);
  });
});

describe('what is made again', () => {
  const lost = madeOf({ held: 4 });

  it('changes nothing on the page, on the backend that it was made on', () => {
    expect(after(answered(onWasm), { made: madeOf({ held: -1 }) })).toMatchObject({
      made: { held: 0, reached: 10 },
      patch: { progress: null },
    });
    const { made, patch } = after(answered(batchTo('wasm', 7)), { made: lost });
    expect([made.held, made.reached, patch]).toEqual([7, 10, { progress: null }]);
  });

  it.each([
    ['a newer run is due', nowWants({ due })],
    ['it was lost once more', nowMade({ held: -1 })],
    ['it is to go on elsewhere', nowMade({ backend: 'cpu' })],
  ])('counts for nothing where %s', (_, meanwhile) => {
    const { made, patch } = after(answered(batchTo('wasm', 7)), { made: lost, meanwhile });
    expect([made.held === 7, patch]).toEqual([false, undefined]);
  });

  it('on another backend stays behind what is shown, without the points of batches out of time', () => {
    const begun = after(answered(onCpu), { made: madeOf({ held: -1, backend: 'cpu' }) });
    expect([begun.made.held, begun.made.remade!.history, begun.patch]).toEqual([
      0,
      [onCpu.snapshot],
      { progress: null },
    ]);
    const long = { ...experiment, steps: 2000 };
    const made = { ...begun.made, experiment: long, reached: 108 };
    const next = after(answered(batchTo('cpu', 101, 104, 105)), { made });
    expect(next.made.remade!.history.map(({ step }) => step)).toEqual([0, 101, 104]);
    expect([next.made.held, next.patch]).toEqual([105, { progress: null }]);
    expect(steps(after(answered(batchTo('cpu', 107, 108)), { made: next.made }).shown)).toEqual([
      0, 101, 104, 107, 108,
    ]);
  });

  it('takes its place, all at once, when it has caught up; a cursor goes to the step at or before it', () => {
    const made = madeOf({ held: 4, backend: 'cpu', remade: recordOf(onCpu, 3, 4), cut: true });
    const state = stateOf({ status: 'training', cursor: 5, replaying: false });
    const turn = after(answered(batchTo('cpu', 8, 10)), { made, state });
    expect([steps(turn.shown), turn.shown.cursor]).toEqual([[0, 3, 4, 8, 10], 4]);
    expect(turn.shown).toMatchObject({
      backend: 'cpu',
      initial: onCpu.snapshot,
      latest: { step: 10 },
      replaying: false,
    });
    expect(turn.made).toMatchObject({ reached: 10, held: 10, remade: null, cut: false });
    const replaying = stateOf({ cursor: 7, replaying: true });
    expect(after(answered(batchTo('cpu', 8, 10)), { made, state: replaying }).shown).toMatchObject({
      cursor: 7,
      replaying: true,
    });
  });

  it('leaves no cursor of another run that is still shown', () => {
    const made = madeOf({ held: 4, backend: 'cpu', remade: recordOf(onCpu, 4) });
    const by = stateOf(olderRun({ cursor: 0, replaying: true }));
    expect(after(answered(batchTo('cpu', 10)), { made, by }).shown).toMatchObject({ cursor: null, replaying: false });
  });

  it('ends the run where it diverges there', () => {
    const made = madeOf({ held: 4, backend: 'cpu', remade: recordOf(onCpu, 4) });
    const lostStep = { ...batchTo('cpu', 6).snapshot, loss: NaN };
    const answer = { trail: [lostStep], snapshot: lostStep, msPerStep: 1 };
    expect(after(answered(answer), { made }).shown).toMatchObject({ status: 'diverged', latest: { step: 4 } });
  });
});

describe('a recording', () => {
  const wants = wanted({ recording: { ...unrecorded, rested: true } });
  const state = stateOf({ status: 'finished', cursor: 7 });
  const done = madeOf({ recorded: recordOf(onWasm, 20, 40), reached: 40, held: 40 });

  it('begins when the page has rested, which a newer run ends', () => {
    const resting = { made: done, wants: wanted({ recording: unrecorded }), state };
    expect(after(answered(null), resting).wants.recording!.rested).toBe(true);
    expect(after(answered(null), { ...resting, meanwhile: nowWants({ recording: null }) }).wants.recording).toBeNull();
  });

  it('takes the place of the curve when it is whole, and the cursor goes to the step at or before it', () => {
    const begun = after(answered(onWasm), { made: done, wants, state });
    expect(begun.patch).toBeUndefined();
    expect(begun.wants.recording!.history).toEqual([onWasm.snapshot]);
    const all = after(answered(batchTo('wasm', 6, 40)), { made: done, wants: begun.wants, state });
    expect([steps(all.shown), all.shown.cursor, all.wants.recording]).toEqual([[0, 6, 40], 6, null]);
    expect(all.made.recorded!.history).toBe(all.shown.history);
  });

  it('of a run that is left is dropped', () => {
    const turn = after(answered(batchTo('wasm', 40)), {
      made: done,
      wants: wanted({ recording: { ...unrecorded, rested: true, history: [onWasm.snapshot] } }),
      state,
      meanwhile: nowWants({ recording: null, due }),
    });
    expect(turn.patch).toBeUndefined();
  });

  it('that fails is not missed; one whose worker was given up begins again', () => {
    expect(after(threw(crash()), { made: done, wants, state })).toMatchObject({
      made: done,
      wants: { recording: null },
    });
    const half = wanted({ recording: { rested: true, history: [onWasm.snapshot], points: 8 } });
    expect(after(threw(new SupersededError('given up')), { made: done, wants: half, state }).wants.recording).toEqual({
      rested: true,
      history: [],
      points: 1,
    });
  });

  it('is no matter of warming up, which takes nothing from the run whatever comes of it', () => {
    const warm = { made: done, wants: wanted({ warm: true }), state: stateOf({ status: 'finished' }, chosen('cpu')) };
    for (const outcome of [answered(null), threw(crash())]) {
      const { made, wants: left, patch } = after(outcome, warm);
      expect([made, left, patch]).toEqual([done, wanted(), undefined]);
    }
  });
});

describe('what goes wrong', () => {
  it('is made again from the same seed, to where it was or was going, and the page is told', () => {
    for (const [wants, step] of [
      [wanted(), 10],
      [wanted({ seek: 30 }), 30],
    ] as const) {
      const turn = after(threw(crash()), {
        wants,
        made: madeOf({ chase: true, trouble: { refused: [], recoveries: 1 } }),
      });
      expect(turn.notice).toEqual({ kind: 'replayed', lost: 'worker', step });
      expect(turn.made).toMatchObject({
        held: -1,
        reached: 10,
        chase: false,
        backend: 'wasm',
        trouble: { recoveries: 2 },
      });
      expect([turn.wants, turn.patch]).toEqual([wants, { progress: null }]);
    }
  });

  it('on one backend again and again leads to the next', () => {
    const made = madeOf({ trouble: { refused: [], recoveries: 2 }, remade: recordOf(onCpu) });
    const turn = after(threw(lostGpu()), { made });
    expect(turn.made).toMatchObject({
      backend: 'cpu',
      held: -1,
      remade: null,
      trouble: { refused: ['wasm'], recoveries: 0 },
    });
    expect(turn.notice).toEqual({ kind: 'replayed', lost: 'gpu', step: 10 });
  });

  it('ends the run where there is no other, with all that was asked of it', () => {
    const made = madeOf({ trouble: { refused: ['wasm'], recoveries: 0 }, backend: 'cpu', held: -1 });
    const turn = after(threw(new BackendUnavailableError(unexpected('none'))), {
      made,
      wants: wanted({ seek: 30, single: 2 }),
    });
    expect(turn.shown).toMatchObject({ status: 'failed', failure: { kind: 'no-backend' }, progress: null });
    expect([turn.wants.seek, turn.wants.single, turn.notice!.kind]).toEqual([0, 0, 'moved']);
    expect(said(after(threw(new Error('no memory'))).shown.failure!)).toBe('no memory');
    const worn = madeOf({ trouble: { refused: [], recoveries: 2 } });
    expect(after(threw(crash()), { made: worn }).shown.failure).toEqual({ kind: 'worker-keeps-stopping' });
    // One that never was has not stopped, and nothing is replayed.
    const absent = new WorkerCrashedError({ kind: 'worker-not-started' });
    expect(after(threw(absent)).notice).toBeUndefined();
    expect(after(threw(absent), { made: worn }).shown.failure).toEqual({ kind: 'worker-not-started' });
  });

  it.each([
    ['a newer run is due', crash(), nowWants({ due })],
    ['it was given up', new SupersededError('given up'), (turn: Turn) => turn],
    ['it is to go on elsewhere', crash(), nowMade({ backend: 'cpu', held: -1 })],
  ])('is not worth a word where %s', (_, error, meanwhile) => {
    const { made, notice, patch } = after(threw(error), { meanwhile });
    expect([made.held, notice, patch]).toEqual([-1, undefined, undefined]);
    expect(error instanceof WorkerCrashedError || error instanceof SupersededError).toBe(true);
  });
});

it('showing ends what was loading, and leaves a run that goes on as it is', () => {
  const made = first();
  const loading = after(answered(null), { made, state: stateOf(olderRun({ status: 'loading', playing: false })) });
  expect(loading.shown).toMatchObject({ status: 'paused', latest: onWasm.snapshot, progress: null });
  expect(after(answered(null), { made, state: stateOf(olderRun()) }).shown).toMatchObject({
    status: 'training',
    experiment,
  });
  expect(runOf().experiment).toBe(experiment);
});
