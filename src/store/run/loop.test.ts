import { describe, expect, it } from 'vitest';
import { SupersededError, type Caller } from '../../training/protocol';
import { aWhile, clock } from '../testing';
import { comes, createLoop, passes } from './loop';
import { singleFlight } from './single-flight';

describe('a loop', () => {
  it('does one job at a time, as long as there is one, and begins again when it is poked', async () => {
    let left = 3,
      underWay = 0;
    const done: number[] = [];
    const { poke } = createLoop(
      () => (left > 0 ? left : null),
      async (job) => {
        expect((underWay += 1)).toBe(1);
        await aWhile(10);
        underWay -= 1;
        left -= 1;
        done.push(job);
      },
    );
    for (let i = 0; i < 5; i++) poke();
    await aWhile(100);
    expect(done).toEqual([3, 2, 1]);
    left = 1;
    poke();
    await aWhile(100);
    expect(done).toEqual([3, 2, 1, 1]);
  });

  it('is told of a poke while it waits, at once', async () => {
    let wanted = true;
    const came: [boolean, number][] = [];
    const { poke } = createLoop(
      () => (wanted ? 'wait' : null),
      async (_, poked) => {
        came.push([await passes(clock, 1000, poked), clock.now()]);
        came.push([await comes(aWhile(5), new Promise(() => {})), clock.now()]);
        wanted = false;
      },
    );
    const began = clock.now();
    poke();
    await aWhile(20);
    poke();
    await aWhile(2000);
    expect(came).toEqual([
      [false, began + 20],
      [true, began + 25],
    ]);
  });

  it('forgets what it no longer waits for', async () => {
    let due = 0;
    const after = (ms: number, act: () => void) => {
      due += 1;
      const forget = clock.after(ms, act);
      return () => {
        due -= 1;
        forget();
      };
    };
    expect(await passes({ after }, 1000, Promise.resolve())).toBe(false);
    expect(due).toBe(0);
  });
});

describe('where what is newest wins', () => {
  /** Answers after so many ms, and counts how often it was given up. */
  function slow() {
    let giveUp: (error: Error) => void = () => {};
    const caller = {
      restarts: 0,
      call: (_: string, ms: number) =>
        new Promise<number>((resolve, reject) => {
          giveUp = reject;
          void aWhile(ms).then(() => resolve(ms));
        }),
      restart() {
        caller.restarts += 1;
        giveUp(new SupersededError('given up'));
      },
    };
    const flight = singleFlight(caller as unknown as Caller, clock);
    return { caller, flight, call: (ms: number) => flight.call('start', ms as never) as Promise<unknown> };
  }

  it('a call that is waited for too long is given up, and no other', async () => {
    const { caller, flight, call } = slow();
    const long = call(1000);
    flight.hurry(100);
    await expect(long).rejects.toBeInstanceOf(SupersededError);
    expect(caller.restarts).toBe(1);
    const short = call(50);
    flight.hurry(100);
    expect(await short).toBe(50);
    const next = call(1000);
    expect(await next).toBe(1000);
    expect(caller.restarts).toBe(1);
  });

  it('nothing is given up where nothing is under way', async () => {
    const { caller, flight, call } = slow();
    await call(10);
    flight.hurry(100);
    await aWhile(200);
    expect(caller.restarts).toBe(0);
    flight.hurry(100);
    const later = call(1000);
    expect(await later).toBe(1000);
    expect(caller.restarts).toBe(0);
  });
});
