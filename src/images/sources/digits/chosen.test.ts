import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fileAssets } from '../../../../cli/assets';
import { defaults, type Experiment } from '../../../experiment/parameters';
import type { PatchedImages } from '../../patched-images';
import { chosenDigits } from './chosen';
import { mnistImages } from './draw';
import { mnistTestPerDigit, mnistTrainPerDigit } from './shape';

const drawn = (patch: Partial<Experiment>) =>
  mnistImages({ ...defaults, data: 'mnist', n: 40, sigma: 0, ...patch }, fileAssets.digits);
const hash = ({ values }: PatchedImages) => createHash('sha256').update(values).digest('hex').slice(0, 16);
/** Every image as a text. */
const each = ({ values, count }: PatchedImages) =>
  Array.from({ length: count }, (_, i) =>
    values.subarray((i * values.length) / count, ((i + 1) * values.length) / count).join(),
  );

describe('the digits that a seed takes', () => {
  it('are the first of the pack where the seed is 1, as in every kept link', () => {
    expect(chosenDigits(1, 'train', 3).slice(0, 5)).toEqual([0, 1, 2, 3, 4]);
    expect(chosenDigits(1, 'test', 3)).toEqual(Array.from({ length: mnistTestPerDigit }, (_, i) => i));
  });

  it('are known answers of any other seed', () => {
    expect(chosenDigits(2, 'train', 0).slice(0, 6)).toEqual([336, 11, 313, 305, 119, 8]);
    expect(chosenDigits(2, 'test', 0).slice(0, 6)).toEqual([48, 153, 3, 27, 140, 39]);
  });

  it('are each of the pack once, others for every seed, set and digit', () => {
    for (const seed of [0, 2, 3, 2 ** 32 - 1]) {
      expect(chosenDigits(seed, 'train', 7).toSorted((a, b) => a - b)).toEqual(chosenDigits(1, 'train', 7));
      expect(new Set(chosenDigits(seed, 'test', 7)).size).toBe(mnistTestPerDigit);
    }
    const orders = [2, 3].flatMap((seed) => [4, 9].map((digit) => chosenDigits(seed, 'train', digit).join()));
    expect(new Set(orders).size).toBe(4);
    expect(mnistTrainPerDigit).toBe(500);
  });

  it('are those of fewer images first, and the same in any pair', async () => {
    const layout = 'pixels';
    const few = each((await drawn({ seed: 2, layout })).train),
      more = each((await drawn({ seed: 2, layout, n: 60 })).train),
      other = each((await drawn({ seed: 2, layout, pair: [3, 0] })).train);
    expect(more.slice(0, 40)).toEqual(few);
    expect(other.filter((_, i) => i % 2 === 1)).toEqual(few.filter((_, i) => i % 2 === 0));
  });

  it('leave the images of the default seed as they were, to the bit', async () => {
    const { train, test } = await drawn({ sigma: 0.6 });
    expect([hash(train), hash(test())]).toEqual(['b4542047711638b9', 'a7607ea03441b6c9']);
  });

  it('are held out from training: no test image is a training image', async () => {
    const { train, test } = await drawn({ seed: 5, layout: 'pixels', n: 1000 });
    const trained = new Set(each(train));
    expect(each(test()).filter((image) => trained.has(image))).toEqual([]);
  });

  it('give another test accuracy its own noise, but the same digits', async () => {
    const [one, two] = await Promise.all([2, 3].map((seed) => drawn({ seed, layout: 'pixels' })));
    expect(each(two!.test()).toSorted()).toEqual(each(one!.test()).toSorted());
    expect(each(two!.train)).not.toEqual(each(one!.train));
  });
});
