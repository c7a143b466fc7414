import { expect, it } from 'vitest';
import { objectPatches } from './object-patches';

const images = (...patches: number[][][]) => ({
  count: patches.length,
  patches: patches[0]!.length,
  dimension: 2,
  values: Float64Array.from(patches.flat(2)),
  labels: new Float64Array(patches.length),
});
const empty = [0, 0];

it('the object is in the only patch that holds anything', () => {
  expect(objectPatches(images([empty, [0, 1]], [[2, 0], empty]))).toEqual(Int32Array.of(1, 0));
});
it('is nowhere where several patches of an image do, or none', () => {
  expect(
    objectPatches(
      images(
        [empty, [0, 1]],
        [
          [2, 0],
          [1, 0],
        ],
      ),
    ),
  ).toBeNull();
  expect(objectPatches(images([empty, empty]))).toBeNull();
});
