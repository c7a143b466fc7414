import { describe, expect, it } from 'vitest';
import { begin, goTo, pause, play, reconsider, release, step } from './acts';
import { unrecorded } from './recording';
import { chosen, first, madeOf, olderRun, onCpu, recordOf, runOf, stateOf, wanted } from './testing-tables';

const due = { chase: false };
const slider = { chase: true };

describe('beginning', () => {
  it('asks for a run, forgets what was asked of the last one, and takes the cursor from the page', () => {
    const wants = wanted({ seek: 9, single: 2, recording: unrecorded, warm: true });
    const turn = begin(madeOf({ chase: true }), wants, runOf(), { chase: false, toStep: 30 });
    expect(turn.wants).toEqual(wanted({ due, seek: 30, warm: true }));
    expect(turn.made.chase).toBe(false);
    expect(turn.patch).toEqual({ status: 'loading', failure: null, cursor: null, replaying: false });
  });

  it('under a moving slider lets the last one’s run be shown, and is training', () => {
    const turn = begin(madeOf({ chase: true }), wanted(), runOf(), { chase: true, toStep: 0 });
    expect([turn.made.chase, turn.wants.due, turn.patch!.status]).toEqual([true, slider, 'training']);
    const paused = begin(madeOf(), wanted(), runOf({ playing: false }), { chase: true, toStep: 0 });
    expect(paused.patch!.status).toBe('loading');
  });
});

describe('playing', () => {
  it.each(['finished', 'diverged', 'failed'] as const)('what has %s begins it anew', (status) => {
    const turn = play(madeOf(), wanted(), runOf({ status, playing: false }));
    expect([turn.wants.due, turn.patch]).toMatchObject([due, { playing: true, status: 'loading' }]);
  });

  it('what is paused lets it go on; what is loading will', () => {
    expect(play(madeOf(), wanted(), runOf({ status: 'paused' })).patch).toEqual({ playing: true, status: 'training' });
    expect(play(madeOf(), wanted(), runOf({ status: 'loading' })).patch).toEqual({ playing: true });
  });
});

describe('pausing', () => {
  it('ends the way to a step, and what a slider began is a run as any other', () => {
    const turn = pause(madeOf({ chase: true }), wanted({ seek: 30, single: 2 }), runOf());
    expect([turn.wants.seek, turn.wants.single, turn.made.chase]).toEqual([0, 2, false]);
    expect(turn.patch).toEqual({ playing: false, status: 'paused' });
  });

  it('waits for what is still to be shown', () => {
    const statusOf = (turn: ReturnType<typeof pause>) => turn.patch!.status;
    expect(statusOf(pause(madeOf(), wanted({ due }), runOf()))).toBe('loading');
    expect(statusOf(pause(first({ chase: true }), wanted(), olderRun()))).toBe('loading');
    expect(statusOf(pause(madeOf({ recorded: null }), wanted(), olderRun()))).toBe('loading');
    expect(statusOf(pause(madeOf(), wanted(), runOf({ status: 'finished' })))).toBeUndefined();
  });
});

describe('steps', () => {
  it('by hand pause, and add up', () => {
    const turn = step(madeOf(), wanted({ single: 2, seek: 30 }), runOf(), 3);
    expect([turn.wants.single, turn.wants.seek, turn.patch!.status]).toEqual([5, 0, 'paused']);
    expect(step(madeOf(), wanted(), runOf({ status: 'loading' }), 3).wants.single).toBe(3);
    for (const status of ['finished', 'diverged', 'failed'] as const)
      expect(step(madeOf(), wanted(), runOf({ status }), 3).wants.single).toBe(0);
  });

  it('still to come are gone to, the furthest, and no further than the end', () => {
    const to = (to: number, seek = 0) => goTo(madeOf(), wanted({ seek }), runOf(), to).wants.seek;
    expect([to(30), to(20, 30), to(99)]).toEqual([30, 30, 40]);
    expect(goTo(madeOf(), wanted(), runOf({ status: 'paused' }), 30).wants.seek).toBe(30);
    for (const status of ['loading', 'finished', 'diverged', 'failed'] as const)
      expect(goTo(madeOf(), wanted(), runOf({ status }), 30).wants.seek).toBe(0);
  });
});

it('a worker that is given back takes what it held with it', () => {
  const recording = { rested: true, history: recordOf(onCpu, 1).history, points: 8 };
  const turn = release(
    madeOf({ chase: true, remade: recordOf(onCpu), backend: 'cpu' }),
    wanted({ recording, seek: 30 }),
  );
  expect(turn.made).toMatchObject({ held: -1, reached: 10, remade: null, chase: false, backend: 'cpu' });
  expect(turn.wants).toEqual(wanted({ recording: { rested: true, history: [], points: 1 }, seek: 30 }));
  expect(turn.patch).toBeUndefined();
});

describe('a race that is won', () => {
  const long = madeOf({ msPerStep: 67 }); // 30 steps to go: just over two seconds
  const won = (run = {}) => stateOf(run, chosen('cpu'));

  it('moves a run that has long to go, to be made again there', () => {
    const { made, wants } = reconsider({ ...long, remade: recordOf(onCpu) }, wanted(), won());
    expect(made).toMatchObject({ backend: 'cpu', held: -1, remade: null, reached: 10 });
    expect(wants.warm).toBe(true);
  });

  it.each([
    ['has hardly anything to go', madeOf({ msPerStep: 66 }), wanted(), won()],
    ['is paused', long, wanted(), won({ status: 'paused' })],
    ['is to be replaced', long, wanted({ due }), won()],
    ['has not begun', { ...long, recorded: null }, wanted(), won()],
  ] as const)('leaves one that %s, but its backend is to be warmed up', (_, made, wants, state) => {
    const turn = reconsider(made, wants, state);
    expect([turn.made, turn.wants.warm]).toEqual([made, true]);
  });

  it('by the backend that it runs on, or one that has failed, changes nothing', () => {
    expect(reconsider(long, wanted({ warm: true }), stateOf({}, chosen('wasm'))).wants.warm).toBe(false);
    const failed = { ...long, trouble: { refused: ['cpu'], recoveries: 0 } } as const;
    expect(reconsider(failed, wanted(), won())).toEqual({ made: failed, wants: wanted() });
  });

  it('lets a slider’s run be one where it moves', () => {
    expect(reconsider({ ...long, chase: true }, wanted(), won()).made.chase).toBe(true);
  });
});
