import { expect, it } from 'vitest';
import { defaults, type Experiment } from '../experiment/parameters';
import { makeImages } from './make-images';

const make = (change: Partial<Experiment>) =>
  makeImages({ ...defaults, n: 2000, side: 3, k: 2, ...change }, {} as never);
const wrongOf = async (change: Partial<Experiment>) => {
  const { labels } = (await make({ flip: 0 })).train;
  const turned = (await make(change)).train.labels;
  return Array.from(turned).flatMap((label, i) => (label === labels[i] ? [] : [i]));
};

it('turns training labels with its probability, and nothing else', async () => {
  const right = await make({}),
    wrong = await make({ flip: 0.2 });
  // Binomial(2000, 0.2) has standard deviation 18; five of them.
  expect(Math.abs((await wrongOf({ flip: 0.2 })).length - 400)).toBeLessThan(90);
  expect(wrong.train.values).toEqual(right.train.values);
  expect(wrong.test()).toEqual(right.test());
  expect([...new Set(wrong.train.labels)].toSorted()).toEqual([-1, 1]);
  // It says which, and nothing where none is wrong.
  expect(Array.from(wrong.train.turned!).flatMap((is, i) => (is ? [i] : []))).toEqual(await wrongOf({ flip: 0.2 }));
  expect(right.train.turned).toBeUndefined();
});

it('turns the same and more at a higher one, others with another seed, and as many of both at one half', async () => {
  const few = await wrongOf({ flip: 0.1 }),
    half = await wrongOf({ flip: 0.5 });
  expect(few.every((i) => half.includes(i))).toBe(true);
  expect(Math.abs(half.length - 1000)).toBeLessThan(112);
  const { labels } = (await make({ flip: 0.1 })).train;
  const other = (await make({ flip: 0.1, seed: 2 })).train.labels;
  expect(other).not.toEqual(labels);
});
