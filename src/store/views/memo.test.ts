import { describe, expect, it, vi } from 'vitest';
import { memo } from './memo';

describe('a function that remembers', () => {
  it('computes once for the same arguments and hands back the same value', () => {
    const compute = vi.fn((list: readonly number[], factor: number) => list.map((value) => value * factor));
    const times = memo(compute);
    const list = [1, 2];
    expect(times(list, 2)).toEqual([2, 4]);
    expect(times(list, 2)).toBe(times(list, 2));
    expect(compute).toHaveBeenCalledTimes(1);
  });

  it('knows several at once: coming back to an earlier argument computes nothing', () => {
    const compute = vi.fn((of: object, name: string | null) => ({ of, name }));
    const known = memo(compute);
    const [a, b] = [{}, {}];
    const first = known(a, 'x');
    known(b, 'x');
    known(a, null);
    expect(known(a, 'x')).toBe(first);
    expect(compute).toHaveBeenCalledTimes(3);
  });

  it('tells objects apart by identity, and a missing argument from another', () => {
    const known = memo((...parts: readonly unknown[]) => [...parts]);
    expect(known({})).not.toBe(known({}));
    expect([known(), known(undefined), known(null), known(NaN), known(NaN, 1)]).toEqual([
      [],
      [undefined],
      [null],
      [NaN],
      [NaN, 1],
    ]);
    expect(known(NaN)).toBe(known(NaN));
  });

  it('keeps nothing of a computation that throws', () => {
    const compute = vi.fn().mockImplementationOnce(() => {
      throw new Error('not yet');
    });
    const known = memo(compute.mockReturnValue(7));
    expect(known).toThrow('not yet');
    expect(known()).toBe(7);
  });

  it('remembers a value that is null or undefined too', () => {
    const compute = vi.fn<(of: object) => undefined>();
    const known = memo(compute);
    const of = {};
    known(of);
    known(of);
    expect(compute).toHaveBeenCalledTimes(1);
  });
});
