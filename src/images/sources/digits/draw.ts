import type { Science } from '../../../experiment/parameters';
import { chosenDigits } from './chosen';
import { mnistTestPerDigit } from './shape';
import { digits, fashion } from './source';
import { signalSpan, type SignalSpan } from '../../../spectrum/signal-span';
import { layoutImages } from './layouts';
import type { MnistDigit, MnistSource } from './pack';
import type { ImageSet, PatchedImages } from '../../patched-images';
import { randomStream } from '../../random';

const pixels = 784;

/**
 * Two digits of MNIST, or classes of Fashion-MNIST, as patches: image i shows the pair's first digit (class +1) where i is even, its second (−1) where
 * odd; which of the pack's digits they are, the seed says. The test set is held-out digits. Real images have no K: the signal span is the fewest leading right singular
 * vectors of the clean patch matrix that hold 90% of its energy.
 * @throws Error in words for the visitor where a digit cannot be loaded.
 */
export async function mnistImages(science: Science, source: MnistSource): Promise<ImageSet> {
  const pair = await Promise.all(science.pair.map(source));
  const make = (count: number, set: 'train' | 'test', sigma: number) => arrange(science, pair, count, set, sigma);
  const clean = make(science.n, 'train', 0);
  const { basis, dimension } = spanOf(science, source, clean);
  const train = science.sigma === 0 ? clean : make(science.n, 'train', science.sigma);
  return {
    train,
    test: () => make(2 * mnistTestPerDigit, 'test', science.sigma),
    signal: basis,
    signalDimension: dimension,
  };
}

/** The last signal span that was found, of which images: it is the same at every level of noise, and takes long. */
let found: { readonly of: string; readonly source: MnistSource; readonly span: SignalSpan } | null = null;

function spanOf(science: Science, source: MnistSource, clean: PatchedImages): SignalSpan {
  const of = (science.data === 'fashion' ? fashion : digits).identity({ ...science, sigma: 0 });
  if (found?.of !== of || found.source !== source) {
    const matrix = { rows: clean.count * clean.patches, columns: clean.dimension, values: clean.values };
    found = { of, source, span: signalSpan(matrix) };
  }
  return found.span;
}

function arrange(
  science: Science,
  pair: readonly MnistDigit[],
  count: number,
  set: 'train' | 'test',
  sigma: number,
): PatchedImages {
  const { layout, seed, side, stride } = science;
  const chosen = pair.map(({ digit }) => chosenDigits(seed, set, digit));
  const labels = new Float64Array(count);
  const grey = new Float64Array(count * pixels);
  for (let i = 0; i < count; i++) {
    labels[i] = i % 2 === 0 ? 1 : -1;
    const from = pair[i % 2]![set],
      at = chosen[i % 2]![Math.floor(i / 2)]! * pixels;
    for (let j = 0; j < pixels; j++) grey[i * pixels + j] = from[at + j]! / 255;
  }
  const positions = randomStream(seed, `${set} digit positions`),
    background = randomStream(seed, `${set} digit background`);
  const laid = layoutImages(layout, grey, count, {
    sigma,
    side,
    stride,
    positions: positions.uint32,
    normal: background.normal,
  });
  return { count, labels, ...laid };
}
