import type { Science } from '../../../experiment/parameters';
import { ProblemError } from '../../../problems/problem';
import { signalSpan, type SignalSpan } from '../../../spectrum/signal-span';
import type { CollectionSource, ImageCollection } from '../../own/collection';
import type { ImageSet, PatchedImages } from '../../patched-images';
import { randomStream } from '../../random';
import { chosenImages } from './chosen';
import { layPictures } from './lay';
import { centreAndScale, planesOf, type Planes } from './prepare';
import { ownShape, windowedSide } from './shape';
import { mostTestPerClass, own } from './source';

/** What is the same at every level of noise, and takes long. */
interface Prepared {
  readonly of: string;
  readonly train: Planes;
  readonly test: Planes;
  readonly testCount: number;
  readonly span: SignalSpan;
}

let last: Prepared | null = null;

/**
 * Two classes of a collection as patches: image i is of class +1 where i is even, of −1 where odd. Pictures are averaged to
 * their side, the mean of the training images is taken off, and all are scaled to a root mean square norm of μ. The signal
 * span is estimated, as for digits.
 * @throws ProblemError `images-missing`, `no-such-class`, `too-few-images`, `nothing-left`.
 */
export async function ownImages(science: Science, source: CollectionSource): Promise<ImageSet> {
  const of = own.identity({ ...science, sigma: 0, noise: 'background' });
  const prepared = last?.of === of ? last : prepare(science, await source(science.images), of);
  last = prepared;
  const lay = (set: 'train' | 'test', sigma: number) => arrange(science, prepared, set, sigma);
  return {
    train: lay('train', science.sigma),
    test: () => lay('test', science.sigma),
    signal: prepared.span.basis,
    signalDimension: prepared.span.dimension,
  };
}

const sideOf = ({ layout, side }: Science) => (layout === 'windows' ? windowedSide : side);

function prepare(science: Science, collection: ImageCollection, of: string): Prepared {
  const [plus, minus] = chosenImages(collection, science);
  const perClass = Math.min(plus.train.length, minus.train.length);
  if (science.n > 2 * perClass) throw new ProblemError({ kind: 'too-few-images', n: science.n, most: 2 * perClass });
  const testCount = 2 * Math.min(mostTestPerClass, plus.test.length, minus.test.length);
  const inTurn = (set: 'train' | 'test', count: number) =>
    Array.from({ length: count }, (_, i) => (i % 2 === 0 ? plus : minus)[set][Math.floor(i / 2)]!);
  const side = sideOf(science),
    { channels } = ownShape(science);
  const train = planesOf(collection, inTurn('train', science.n), side, channels);
  const test = planesOf(collection, inTurn('test', testCount), side, channels);
  centreAndScale(train.values, test.values, channels * side * side, science);
  const kept = { of, train, test, testCount };
  const clean = arrange(science, kept, 'train', 0);
  const matrix = { rows: clean.count * clean.patches, columns: clean.dimension, values: clean.values };
  return { ...kept, span: signalSpan(matrix) };
}

function arrange(
  science: Science,
  prepared: Pick<Prepared, 'train' | 'test' | 'testCount'>,
  set: 'train' | 'test',
  sigma: number,
): PatchedImages {
  const { layout, stride, seed, noise } = science;
  const { patches, side, channels } = ownShape(science);
  const count = set === 'train' ? science.n : prepared.testCount;
  const values = layPictures(prepared[set], count, {
    layout,
    picture: sideOf(science),
    side,
    stride,
    channels,
    patches,
    sigma,
    everywhere: noise === 'everywhere',
    positions: randomStream(seed, `own ${set} positions`).uint32,
    normal: randomStream(seed, `own ${set} background`).normal,
  });
  const labels = Float64Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 1 : -1));
  return { count, patches, dimension: channels * side * side, values, labels };
}
