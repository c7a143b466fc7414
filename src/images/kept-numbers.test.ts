import { describe, expect, it } from 'vitest';
import { firstNumbers } from './kept-numbers';
import { randomStream } from './random';

const drawn = (seed: number, name: string, count: number) => {
  const { normal } = randomStream(seed, name);
  return Float64Array.from({ length: count }, () => normal());
};

describe('normals that are kept', () => {
  it('are those of the stream, whatever was asked for before', () => {
    for (const [seed, name, count] of [
      [1, 'a', 5],
      [1, 'a', 3],
      [1, 'a', 9],
      [2, 'a', 9],
      [1, 'b', 9],
      [1, 'c', 2],
      [1, 'd', 2],
      [1, 'a', 7],
    ] as const)
      expect(firstNumbers(seed, name, count).slice(0, count)).toEqual(drawn(seed, name, count));
  });

  it('are drawn once as long as others do not need the room', () => {
    const first = firstNumbers(7, 'first', 10);
    for (const name of ['second', 'third', 'fourth']) firstNumbers(7, name, 10);
    expect(firstNumbers(7, 'first', 8)).toBe(first);
    // Asked for again just now: another makes room.
    firstNumbers(7, 'fifth', 10);
    expect(firstNumbers(7, 'first', 10)).toBe(first);
    for (const name of ['second', 'third', 'fourth', 'fifth']) firstNumbers(7, name, 10);
    expect(firstNumbers(7, 'first', 10) === first).toBe(false);
  });

  it('are not kept where they would fill the memory', () => {
    const many = 2 ** 20 + 1;
    // Compared here: a matcher would look at every number for the words of its failure.
    expect(firstNumbers(3, 'many', many) === firstNumbers(3, 'many', many)).toBe(false);
  });
});
