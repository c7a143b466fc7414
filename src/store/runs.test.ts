import { describe, expect, it } from 'vitest';
import { defaults, type Measured } from '../experiment/parameters';
import { unexpected } from '../problems/testing';
import type { Job, Listener, Pool } from '../training/pool';
import type { CompleteRun } from '../training/protocol';
import { createRuns, lanes } from './runs';
import { initialState } from './state';
import { stillStore } from './testing';
import { knownRun } from './testing-known';
import { lineOf } from './views/known';

/** Runs over a pool that makes what the test says it has made. */
function stage() {
  const store = stillStore(initialState(defaults, []));
  const lists = new Map<number, { jobs: readonly Job[]; listener: Listener }>();
  const pool: Pool = {
    size: 2,
    want: (lane, jobs, listener) => void lists.set(lane, { jobs, listener }),
    release() {},
  };
  const runs = createRuns(store, pool);
  const asked = (lane: keyof typeof lanes) => lists.get(lanes[lane])!.jobs.map(({ params }) => params.experiment.sigma);
  const made = (lane: keyof typeof lanes, index: number, ms = 0, diverged = false) => {
    const { jobs, listener } = lists.get(lanes[lane])!;
    const { summary } = knownRun(jobs[index]!.params.experiment, { summary: { diverged } });
    listener.done(jobs[index]!, { summary } as CompleteRun, ms);
  };
  const fails = (lane: keyof typeof lanes) => lists.get(lanes[lane])!.listener.failed(new Error('no memory'));
  const line = (experiment: Measured = defaults) => lineOf(store.getState().known, experiment);
  return { store, runs, asked, made, fails, line };
}

const at = (sigma: number, patch: Partial<Measured> = {}): Measured => ({ ...defaults, ...patch, sigma });
const wish = (sigma: number, own?: boolean) => ({ experiment: at(sigma), ...(own === undefined ? {} : { own }) });
const never = () => expect.unreachable();

describe('runs that are wanted', () => {
  it('are made once each, and known from then on to whoever wants them', () => {
    const { runs, asked, made, line } = stage();
    runs.want('curve', [wish(0.1), wish(0.2), wish(0.1)], never);
    expect(asked('curve')).toEqual([0.1, 0.2]);
    made('curve', 1);
    expect(line().map(({ experiment, own }) => [experiment.sigma, own])).toEqual([[0.2, false]]);
    runs.want('asked', [wish(0.1), wish(0.2), wish(0.3)], never);
    expect(asked('asked')).toEqual([0.1, 0.3]);
  });

  it('are made again on another backend for a sweep, whose results are all of one', () => {
    const { runs, asked, store } = stage();
    runs.keep({ ...knownRun(at(0.2)), backend: 'webgl' });
    expect(store.getState().known.lines.size).toBe(1);
    runs.want('asked', [wish(0.2)], never);
    expect(asked('asked')).toEqual([0.2]);
  });

  it('are the visitor’s own where he stands, also those that are known already', () => {
    const { runs, made, line } = stage();
    runs.want('curve', [wish(0.1), wish(0.2, true)], never);
    made('curve', 0);
    made('curve', 1);
    expect(line().map(({ own }) => own)).toEqual([false, true]);
    runs.keep({ ...line()[0]!, backend: 'wasm' });
    runs.want('curve', [wish(0.1, true)], never);
    expect(line().every(({ own }) => own)).toBe(true);
  });

  it('tell why one failed', () => {
    const { runs, fails } = stage();
    const heard: unknown[] = [];
    runs.want('curve', [wish(0.1)], (problem) => heard.push(problem));
    fails('curve');
    expect(heard).toEqual([unexpected('no memory')]);
  });
});

describe('the pace of this device', () => {
  it.each([
    ['asked', 2],
    ['curve', 1],
  ] as const)(
    'is that of the last run with noise that went to its end, all engines of the lane together: %s',
    (lane, engines) => {
      const { runs, made, store } = stage();
      runs.want(lane, [wish(0), wish(0.1), wish(0.2)], never);
      made(lane, 0, 100);
      made(lane, 1, 700, true);
      expect(store.getState().known.pace).toBeNull();
      made(lane, 2, 1000);
      // 300 steps of 240 · 4 · 128 · 64 multiply-adds; what is drawn by itself leaves a core to the page.
      expect(store.getState().known.pace!.msPerWork).toBeCloseTo(1000 / (300 * 240 * 4 * 128 * 64) / engines, 15);
    },
  );
});

describe('what is known', () => {
  it('is one run for each noise of a line, the newest', () => {
    const { runs, line } = stage();
    runs.keep(knownRun(at(0.1), { filters: 4 }));
    runs.keep(knownRun(at(0.1), { filters: 5 }));
    expect(line().map(({ summary }) => summary.matrices[0]!.ranks.stable)).toEqual([5]);
  });

  it('is bounded: lines that were not written to for long are forgotten', () => {
    const { runs, line, store } = stage();
    const sigmas = Array.from({ length: 100 }, (_, i) => i / 100);
    const seeds = Array.from({ length: 21 }, (_, i) => i + 1);
    for (const seed of seeds) {
      for (const sigma of sigmas) runs.keep(knownRun(at(sigma, { seed })));
      runs.keep(knownRun(at(0, { seed: 1 })));
    }
    expect(store.getState().known.lines.size).toBe(20);
    expect(line(at(0, { seed: 1 })).length).toBe(100);
    expect(line(at(0, { seed: 2 }))).toEqual([]);
    expect(line(at(0, { seed: 21 })).length).toBe(100);
  });

  it('has so many points of the visitor on a line; the oldest are as others', () => {
    const { runs, line } = stage();
    for (let i = 0; i < 30; i++) runs.keep(knownRun(at(i / 100), { own: true }));
    expect(line().map(({ own }) => own)).toEqual(Array.from({ length: 30 }, (_, i) => i >= 6));
  });
});
