import { expect, test } from 'vitest';
import { lossAndAccuracy } from './metrics';

test('an image at margin 0 costs log 2 and is not counted as right', () => {
  expect(lossAndAccuracy([0])).toEqual({ loss: Math.log(2), accuracy: 0 });
});

test('large margins neither overflow nor vanish', () => {
  expect(lossAndAccuracy([-1000]).loss).toBe(1000);
  expect(lossAndAccuracy([40]).loss).toBeCloseTo(Math.exp(-40), 30);
});

test('a diverged network gives NaN, not a number that looks fine', () => {
  expect(lossAndAccuracy([1, Number.NaN]).loss).toBeNaN();
});
