import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../../experiment/link';
import { imagesText } from '../../../experiment/science';
import type { Experiment } from '../../../experiment/parameters';
import { noticed, rejection } from '../../../problems/testing';
import { summaryOf, type ImageCollection } from '../../own/collection';
import { makeKnown } from '../../own/known';
import { ownImages } from './draw';

/** Three classes of eight colour images of 6 × 6: each pixel tells class, image and channel. */
function collection(hash: string, train = 24): ImageCollection {
  const labels = Uint16Array.from({ length: 24 }, (_, i) => i % 3);
  const pixels = new Uint8Array(24 * 108);
  pixels.forEach((_, at) => {
    const [image, pixel, channel] = [Math.floor(at / 108), Math.floor(at / 3) % 36, at % 3];
    pixels[at] = pixel === 0 ? 0 : 60 * (image % 3) + 4 * Math.floor(image / 3) + channel * 10 + (pixel % 7);
  });
  return {
    hash,
    name: 'test',
    height: 6,
    width: 6,
    channels: 3,
    classes: ['cat', 'dog', 'rest of it'],
    labels,
    pixels,
    train,
  };
}

const whole = collection('00000000000000aa'),
  split = collection('00000000000000bb', 15);
const source = async (hash: string) => [whole, split].find((one) => one.hash === hash)!;
for (const one of [whole, split]) makeKnown(summaryOf(one));

const of = (link: string, { hash } = whole): Experiment =>
  decodeLink(`#data=file&images=${hash}&classes=dog,cat&side=3&n=8&sigma=0.3&${link}`).experiment;
const draw = (link = '', from = whole) => ownImages(of(link, from), source);

describe('own images as patches', () => {
  it('are of two classes in turn, in a grid with noise on the others, and the object as it is', async () => {
    const { train, test } = await draw();
    expect(train).toMatchObject({ count: 8, patches: 4, dimension: 9 });
    expect([...train.labels]).toEqual([1, -1, 1, -1, 1, -1, 1, -1]);
    const clean = (await draw('sigma=0')).train.values;
    for (let i = 0; i < 8; i++) {
      const object = [0, 1, 2, 3].filter((p) => clean[(i * 4 + p) * 9 + 4] !== 0);
      expect(object).toHaveLength(1);
      const at = (i * 4 + object[0]!) * 9;
      expect(train.values.slice(at, at + 9)).toEqual(clean.slice(at, at + 9));
    }
    // A fifth of eight is held out.
    expect(test().count).toBe(2);
  });

  it('have planes of three colours, no mean, and the norm that μ says', async () => {
    const { train, signal, signalDimension } = await draw('channels=rgb&sigma=0&mu=5');
    expect([train.dimension, signal.length]).toEqual([27, 27 * signalDimension]);
    const energy = train.values.reduce((sum, value) => sum + value * value, 0);
    expect(Math.sqrt(energy / 8)).toBeCloseTo(5, 10);
    const sum = new Float64Array(27);
    train.values.forEach((value, at) => (sum[at % 27]! += value));
    expect(Math.max(...sum.map(Math.abs))).toBeLessThan(1e-10);
    const kept = await draw('channels=rgb&sigma=0&mu=5&centre=0');
    expect(Math.min(...kept.train.values)).toBe(0);
  });

  it('are drawn anew by seeds, never train on what is held out, and keep what the files hold out', async () => {
    const firstPixels = async (seed: number, from = whole) => {
      const { train, test } = await draw(`seed=${seed}&sigma=0&centre=0&layout=pixels&side=6&mu=1`, from);
      const look = (values: Float64Array, count: number) =>
        Array.from({ length: count }, (_, i) => (values[i * 36 + 20]! / values[i * 36 + 1]!).toFixed(6));
      return { train: look(train.values, train.count), test: look(test().values, test().count) };
    };
    const [one, two] = [await firstPixels(1), await firstPixels(2)];
    expect(one.train).not.toEqual(two.train);
    for (const { train, test } of [one, two]) expect(train.filter((image) => test.includes(image))).toEqual([]);
    // The first seed takes what comes first of the files' own sets: test images are all of theirs.
    const own = await firstPixels(3, split);
    expect(own.test.toSorted()).toEqual((await firstPixels(1, split)).test.toSorted());
    expect(own.test).toHaveLength(6);
  });

  it('have noise on their background alone, unless it is wanted everywhere, and windows of 28 × 28', async () => {
    const noisy = async (link: string) => {
      const [clean, one] = [await draw(`${link}&sigma=0`), await draw(link)];
      return one.train.values.filter((value, at) => value !== clean.train.values[at]).length / one.train.values.length;
    };
    expect(await noisy('layout=pixels&side=6')).toBeCloseTo(1 / 36, 6);
    expect(await noisy('layout=pixels&side=6&noise=everywhere')).toBe(1);
    expect((await draw('layout=windows&side=8&stride=4&channels=rgb')).train).toMatchObject({
      patches: 36,
      dimension: 192,
    });
  });

  it('of one class against the rest take every other class in turn', async () => {
    const values = (await draw('classes=cat,rest&sigma=0&centre=0&layout=pixels&side=6')).train.values;
    const level = (i: number) => Math.round((values[i * 36 + 20]! / values[20]!) * 10);
    // Dogs and the rest of it, whose level is twice theirs.
    expect(Math.abs(level(1) - level(3))).toBeGreaterThan(10);
  });

  it('name what cannot be', async () => {
    const missing = ownImages({ ...of(''), classes: ['dog', 'cow'] }, source);
    expect(await rejection(missing)).toContain('“dog,cow” are not among those of these images: cat, dog, rest of it');
    expect(await rejection(ownImages({ ...of(''), n: 20 }, source))).toContain('14 training images');
    const said = (link: string) =>
      decodeLink(`#data=file&images=${whole.hash}&n=8&${link}`).notices.map(noticed).join();
    expect(said('classes=dog,cow')).toContain('“dog,cow” are not classes of these images');
    expect(said('n=40')).toContain('7 training images of each class');
    expect(said('classes=dog')).toContain('“dog” is not two different names');
    expect(decodeLink('#data=file').experiment.data).toBe('synthetic');
  });

  it('have an identity of their content, classes and preparation, and of nothing else', () => {
    const text = imagesText(of(''));
    for (const link of ['classes=cat,dog', 'side=4', 'channels=rgb', 'centre=0', 'mu=2', 'seed=2', 'layout=pixels'])
      expect(imagesText(of(link))).not.toBe(text);
    expect(imagesText(of('', split))).not.toBe(text);
    for (const link of ['m=3', 'k=2', 'pair=3-4', 'stride=2', 'patches=9']) expect(imagesText(of(link))).toBe(text);
  });
});
