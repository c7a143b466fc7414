import { describe, expect, it } from 'vitest';
import { createPool } from './pool';
import { SupersededError, type Caller, type Calls, type Method } from './protocol';
import type { Experiment } from '../experiment/parameters';

/** A caller that answers `spectrum` after a while with the experiment's seed as its only singular value. */
function slowCaller(log: { running: number; most: number; restarts: number }): Caller {
  let giveUp = new Set<(error: Error) => void>();
  return {
    call<M extends Method>(_: M, params: Calls[M]['params']) {
      const { seed, sigma } = (params as { experiment: Experiment }).experiment;
      log.most = Math.max(log.most, ++log.running);
      return new Promise<Calls[M]['result']>((resolve, reject) => {
        giveUp.add(reject);
        setTimeout(
          () => {
            log.running -= 1;
            if (sigma > 1) reject(new Error('no such noise'));
            else resolve({ data: Float64Array.of(seed) } as Calls[M]['result']);
          },
          3 + ((seed * 7) % 5),
        );
      });
    },
    restart() {
      log.restarts += 1;
      for (const reject of giveUp) reject(new SupersededError('given up'));
      giveUp = new Set();
    },
  };
}

const jobs = (count: number, sigma = 0) =>
  Array.from({ length: count }, (_, seed) => ({ experiment: { seed, sigma } as Experiment }));

describe('a pool', () => {
  it('answers every call, in order, with all its engines at work', async () => {
    const log = { running: 0, most: 0, restarts: 0 };
    const heard: number[] = [];
    const results = await createPool(() => slowCaller(log), 3).map('spectrum', jobs(11), (_, index) =>
      heard.push(index),
    );
    expect(results.map(({ data }) => data[0])).toEqual(jobs(11).map((_, i) => i));
    expect(heard.toSorted((a, b) => a - b)).toEqual(jobs(11).map((_, i) => i));
    expect(log.most).toBe(3);
  });

  it('has at least one engine, whatever the browser says of its cores', () => {
    const log = { running: 0, most: 0, restarts: 0 };
    expect(createPool(() => slowCaller(log), 0).size).toBe(1);
    expect(createPool(() => slowCaller(log), 2.7).size).toBe(2);
  });

  it('gives up older work for newer', async () => {
    const log = { running: 0, most: 0, restarts: 0 };
    const pool = createPool(() => slowCaller(log), 2);
    const old = pool.map('spectrum', jobs(50));
    const fresh = pool.map('spectrum', jobs(2));
    await expect(old).rejects.toThrow(SupersededError);
    expect(await fresh).toHaveLength(2);
  });

  it('stops at the first failure and can be used again', async () => {
    const log = { running: 0, most: 0, restarts: 0 };
    const pool = createPool(() => slowCaller(log), 2);
    await expect(pool.map('spectrum', jobs(9, 2))).rejects.toThrow('no such noise');
    expect(await pool.map('spectrum', jobs(3))).toHaveLength(3);
  });
});
