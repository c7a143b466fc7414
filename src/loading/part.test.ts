import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { missing, onParts, part, PartMissingError, tryAgain, whenThere } from './part';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  tryAgain();
  vi.useRealTimers();
});

/** Fails so many times, then gives a value. */
function failing(times: number) {
  let asked = 0;
  const load = async () => {
    asked++;
    if (asked <= times) throw new Error(`failed ${asked}`);
    return asked;
  };
  return { load, asked: () => asked };
}

describe('a part of the page', () => {
  it('is fetched once, by whoever asks first, and is there at once for who asks later', async () => {
    const { load, asked } = failing(0);
    const wanted = part(load, { pick: (value) => `${value}!` });
    expect(await Promise.all([wanted(), wanted()])).toEqual(['1!', '1!']);
    expect(wanted()).toMatchObject({ status: 'fulfilled', value: '1!' });
    expect(asked()).toBe(1);
  });

  it('that does not come is asked for again after growing pauses, and then no more', async () => {
    const { load, asked } = failing(Infinity);
    const wanted = part(load);
    const gone = wanted().catch((error: unknown) => error);
    const times: number[] = [];
    for (let ms = 0; ms < 60_000; ms += 100) {
      const before = asked();
      await vi.advanceTimersByTimeAsync(100);
      if (asked() > before) times.push(ms + 100);
    }
    expect(await gone).toBeInstanceOf(PartMissingError);
    expect(times).toEqual([500, 2500, 8500]);
    // Whoever asks meanwhile is told at once: a component that is drawn again must not ask the host each time.
    for (let i = 0; i < 100; i++) await expect(wanted()).rejects.toThrow(PartMissingError);
    expect(asked()).toBe(4);
  });

  it('that comes late was only waited for', async () => {
    const { load } = failing(2);
    const wanted = part(load)();
    await vi.runAllTimersAsync();
    expect(await wanted).toBe(3);
    expect(missing()).toBe(0);
  });

  it.each([{}, undefined])('that came as %j, cut off before its exports, is missing', async (module) => {
    const gone = expect(part(() => Promise.resolve(module))()).rejects.toThrow(PartMissingError);
    await vi.runAllTimersAsync();
    await gone;
  });

  it.each([
    ['which holds several parts', 'import(`./b.js`).then((all) => all.t)'],
    ['which it imports', 'import(`./a.js`)'],
  ])('is never taken for another script, %s', async (_, text) => {
    // As Firefox says it, of whichever script did not come; another address of that would be another part.
    const load = () => Promise.reject(new Error('error loading dynamically imported module: http://localhost/b.js'));
    load.toString = () => `() => ${text}`;
    const gone = expect(part(load)()).rejects.toMatchObject({ cause: { message: expect.stringContaining('/b.js') } });
    await vi.runAllTimersAsync();
    await gone;
  });

  it('of an act is asked for again by the next, and no more told of once it is there', async () => {
    const { load, asked } = failing(5);
    const told: string[] = [];
    const end = onParts((what) => told.push(`${what} ${missing()}`));
    const wanted = part(load, { pauses: [100], forActs: true });
    for (let acts = 1; acts <= 2; acts++) {
      const gone = expect(wanted()).rejects.toMatchObject({ problem: { kind: 'part-missing' } });
      await vi.runAllTimersAsync();
      await gone;
      expect(missing()).toBe(1);
    }
    expect(asked()).toBe(4);
    const third = wanted();
    await vi.runAllTimersAsync();
    expect(await third).toBe(6);
    expect(told.at(-1)).toBe('came 0');
    // It is there, and not asked for once more with all that is not.
    tryAgain();
    expect(await wanted()).toBe(6);
    expect(asked()).toBe(6);
    end();
  });

  it('that is missing is told of, and fetched anew when the visitor or the line asks for it', async () => {
    const { load } = failing(4);
    const told: string[] = [];
    const end = onParts((what) => told.push(`${what} ${missing()}`));
    const wanted = part(load),
      silent = part(failing(4).load, { said: true });
    const acted = vi.fn<(value: number) => void>(),
      without = vi.fn<() => void>();
    whenThere(wanted, acted, without);
    silent().catch(() => undefined);
    await vi.runAllTimersAsync();
    expect(told.toSorted()).toEqual(['missing 1', 'missing 1']);
    expect(without).toHaveBeenCalledOnce();
    tryAgain();
    await vi.runAllTimersAsync();
    expect(told.at(-1)).toBe('again 0');
    expect(acted).toHaveBeenCalledExactlyOnceWith(5);
    // There is nothing more to ask for.
    tryAgain();
    expect(told).toHaveLength(3);
    end();
  });
});
