import { describe, expect, it } from 'vitest';
import type { Experiment } from '../experiment/parameters';
import { createPool, makeAll, type Job, type Pool } from './pool';
import { SupersededError, type Caller, type Calls, type CompleteRun, type Method } from './protocol';

/** One call at a time, which ends when the test says so. */
interface Engine {
  caller: Caller;
  /** The seed that is asked for; null while it rests. */
  asked: number | null;
  restarts: number;
  end(error?: Error): Promise<void>;
}

/** A pool of engines that wait, with a clock that stands still. */
function stage(size: number) {
  const engines: Engine[] = [];
  let now = 0;
  let due: { at: number; act: () => void }[] = [];
  const soon = () => new Promise<void>((resolve) => void setImmediate(resolve));
  const makeCaller = (): Caller => {
    let settle: { resolve(run: unknown): void; reject(error: Error): void } | null = null;
    const engine: Engine = {
      asked: null,
      restarts: 0,
      async end(error) {
        const { asked } = engine;
        engine.asked = null;
        if (error) settle!.reject(error);
        else settle!.resolve({ summary: { loss: asked } });
        await soon();
      },
      caller: {
        call<M extends Method>(_: M, params: Calls[M]['params']) {
          engine.asked = (params as { experiment: Experiment }).experiment.seed;
          return new Promise<Calls[M]['result']>((resolve, reject) => void (settle = { resolve, reject } as never));
        },
        restart() {
          engine.restarts += 1;
          engine.asked = null;
          settle?.reject(new SupersededError('given up'));
        },
      },
    };
    engines.push(engine);
    return engine.caller;
  };
  const clock = {
    now: () => now,
    after(ms: number, act: () => void) {
      const event = { at: now + ms, act };
      due.push(event);
      return () => void (due = due.filter((other) => other !== event));
    },
  };
  const pass = async (ms: number) => {
    now += ms;
    const [ready, later] = [due.filter(({ at }) => at <= now), due.filter(({ at }) => at > now)];
    due = later;
    for (const { act } of ready) act();
    await soon();
  };
  const pool = createPool(makeCaller, size, clock);
  const heard: string[] = [];
  const wantAtMost = (most: number | undefined, lane: number, ...seeds: readonly number[]) =>
    pool.want(
      lane,
      seeds.map(job),
      {
        done: ({ name }, run, ms) => void heard.push(`${lane}: ${name} ${(run as CompleteRun).summary.loss} ${ms}`),
        failed: (error) => void heard.push(`${lane}: ${(error as Error).message}`),
      },
      most,
    );
  const want = (lane: number, ...seeds: readonly number[]) => wantAtMost(undefined, lane, ...seeds);
  const asked = () => engines.map((engine) => engine.asked);
  return { engines, pool, want, wantAtMost, asked, heard, pass };
}

const job = (seed: number): Job => ({
  name: `run ${seed}`,
  params: { experiment: { seed } as Experiment, backend: 'cpu', points: 0 },
});

describe('a pool', () => {
  it('makes a list in order, as its engines become free, and tells what each run took', async () => {
    const { want, asked, engines, heard, pass } = stage(2);
    want(0, 1, 2, 3);
    expect(asked()).toEqual([1, 2]);
    await pass(70);
    await engines[1]!.end();
    expect(asked()).toEqual([1, 3]);
    await engines[0]!.end();
    await pass(30);
    await engines[1]!.end();
    expect(asked()).toEqual([null, null]);
    expect(heard).toEqual(['0: run 2 2 70', '0: run 1 1 70', '0: run 3 3 30']);
  });

  it('has at least one engine, whatever the browser says of its cores', () => {
    expect(stage(0).pool.size).toBe(1);
    expect(stage(2.7).pool.size).toBe(2);
  });

  it('gives a list as many engines as it may have, and the others to who comes after it', async () => {
    const { want, wantAtMost, asked, engines } = stage(3);
    wantAtMost(2, 1, 11, 12, 13);
    expect(asked()).toEqual([11, 12, null]);
    want(2, 21);
    expect(asked()).toEqual([11, 12, 21]);
    await engines[2]!.end();
    expect(asked()).toEqual([11, 12, null]);
    await engines[0]!.end();
    expect(asked()).toEqual([13, 12, null]);
  });

  it('tells a list once that it failed, also where the same is wanted again at that', async () => {
    const { pool, engines, asked } = stage(1);
    let told = 0;
    const again = () =>
      pool.want(1, [job(1)], {
        done: () => {},
        failed() {
          told += 1;
          if (told < 50) again();
        },
      });
    again();
    await engines[0]!.end(new Error('no memory'));
    expect(told).toBe(1);
    expect(asked()).toEqual([1]);
  });

  it('takes the lowest lane first, and goes on with the others after it', async () => {
    const { want, asked, engines, heard } = stage(1);
    want(1, 11, 12);
    want(0, 1, 2);
    expect(asked()).toEqual([11]);
    await engines[0]!.end();
    expect(asked()).toEqual([1]);
    await engines[0]!.end();
    await engines[0]!.end();
    expect(asked()).toEqual([12]);
    expect(heard).toEqual(['1: run 11 11 0', '0: run 1 1 0', '0: run 2 2 0']);
  });

  it('makes a run once that two lanes want, and tells both', async () => {
    const { want, asked, engines, heard } = stage(2);
    want(1, 5);
    want(0, 5, 6);
    expect(asked()).toEqual([5, 6]);
    await engines[0]!.end();
    expect(heard.toSorted()).toEqual(['0: run 5 5 0', '1: run 5 5 0']);
    expect(asked()).toEqual([null, 6]);
  });

  it('lets a run end that a newer list left out, and tells who wanted it', async () => {
    const { want, asked, engines, heard, pass } = stage(1);
    want(0, 1, 2);
    want(0, 3);
    await pass(499);
    expect(asked()).toEqual([1]);
    await engines[0]!.end();
    expect(asked()).toEqual([3]);
    expect([heard, engines[0]!.restarts]).toEqual([['0: run 1 1 499'], 0]);
    // What had begun to be waited for is over with it.
    await pass(499);
    expect(engines[0]!.restarts).toBe(0);
  });

  it('gives it up with its worker when it takes long, and goes on with what is wanted', async () => {
    const { want, asked, engines, heard, pass } = stage(1);
    want(0, 1, 2);
    want(0, 3);
    await pass(500);
    expect([asked(), engines[0]!.restarts]).toEqual([[3], 1]);
    await engines[0]!.end();
    expect(heard).toEqual(['0: run 3 3 0']);
  });

  it('keeps a run that was left out and is wanted again meanwhile', async () => {
    const { want, asked, engines, heard, pass } = stage(1);
    want(0, 1);
    want(0);
    await pass(400);
    want(0, 1, 2);
    await pass(400);
    expect([asked(), engines[0]!.restarts]).toEqual([[1], 0]);
    want(0, 2);
    await pass(499);
    await engines[0]!.end();
    expect([heard, asked()]).toEqual([['0: run 1 1 1299'], [2]]);
  });

  it('stops the list of a run that fails, and no other', async () => {
    const { want, asked, engines, heard } = stage(1);
    want(0, 1, 2);
    want(1, 11);
    await engines[0]!.end(new Error('no such noise'));
    expect([heard, asked()]).toEqual([['0: no such noise'], [11]]);
    want(0, 3);
    await engines[0]!.end();
    expect(asked()).toEqual([3]);
  });

  it('hears nothing of the failure of a run that nobody wants any more', async () => {
    const { want, engines, heard } = stage(1);
    want(0, 1);
    want(0);
    await engines[0]!.end(new Error('no such noise'));
    expect(heard).toEqual([]);
  });

  it('that is released ends its workers and starts them when something is wanted again', async () => {
    const { want, pool, asked, engines, heard, pass } = stage(2);
    want(0, 1, 2, 3);
    pool.release();
    await pass(1000);
    expect([asked(), engines.map(({ restarts }) => restarts), heard]).toEqual([[null, null], [1, 1], []]);
    want(0, 3);
    expect(asked()).toEqual([3, null]);
  });
});

describe('a whole list', () => {
  /** Answers after a while with the seed as its loss. */
  const slowCaller = (): Caller => ({
    async call<M extends Method>(_: M, params: Calls[M]['params']) {
      const { seed } = (params as { experiment: Experiment }).experiment;
      await new Promise((resolve) => void setTimeout(resolve, (seed * 7) % 5));
      if (seed === 13) throw new Error('no such noise');
      return { summary: { loss: seed } } as Calls[M]['result'];
    },
    restart() {},
  });
  const paramsOf = (count: number) => Array.from({ length: count }, (_, seed) => job(seed).params);
  const all = (pool: Pool, count: number) => makeAll(pool, paramsOf(count));

  it('comes in its order, whichever ends first', async () => {
    const heard: number[] = [];
    const runs = await makeAll(createPool(slowCaller, 3), paramsOf(11), ({ summary }) => heard.push(summary.loss));
    expect(runs.map(({ summary }) => summary.loss)).toEqual(paramsOf(11).map((_, i) => i));
    expect(heard.toSorted((a, b) => a - b)).toEqual(paramsOf(11).map((_, i) => i));
    expect(await all(createPool(slowCaller, 3), 0)).toEqual([]);
  });

  it('fails with the first failure', async () => {
    await expect(all(createPool(slowCaller, 2), 20)).rejects.toThrow('no such noise');
  });
});
