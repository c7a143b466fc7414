import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunkSize } from './chunks';

test('images that fit into one draw stay in one chunk, made even', () => {
  expect(chunkSize(240, 1e6)).toBe(240);
  expect(chunkSize(15, 1e6)).toBe(16);
});

test('chunks are even, within the limit, and hold all images without an empty chunk', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4000 }), fc.double({ min: 2, max: 5000, noNaN: true }), (count, limit) => {
      const size = chunkSize(count, limit);
      const chunks = Math.ceil(count / size);
      expect(size % 2).toBe(0);
      expect(size).toBeLessThanOrEqual(limit);
      expect(chunks * size).toBeGreaterThanOrEqual(count);
      expect((chunks - 1) * size).toBeLessThan(count);
    }),
  );
});

test('a limit under one pair of images still gives a pair', () => expect(chunkSize(10, 0.3)).toBe(2));
