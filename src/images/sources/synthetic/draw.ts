import type { Science } from '../../../experiment/parameters';
import { firstNumbers } from '../../kept-numbers';
import type { ImageSet, PatchedImages } from '../../patched-images';
import { randomStream, type RandomStream } from '../../random';
import { colouring } from './colouring';
import { patternNorms, patternsOf } from './patterns';
import { cosineBasis, projectOff, randomBasis } from './signal-basis';
import { synthetic } from './source';
import { tails } from './tails';

/**
 * The paper's data model (arXiv 2504.08628): P patches an image; a uniformly random one, the object, holds the image's
 * signal vector of norm μ; the others are background noise N(0, σ²(I − Π)). Image i follows feature i mod 2K; even
 * features are class +1 (u_1 … u_K), odd ones class −1 (v_1 … v_K).
 *
 * A change of σ scales the same noise; more images leave the earlier ones as they were. What is rougher than the paper, signal
 * vectors that are not alike and noise that is not white or not Gaussian, is drawn so that its defaults give the paper's images to the bit.
 */
export function syntheticImages(science: Science): ImageSet {
  const { k, side, basis, seed, tail } = science;
  const dimension = side * side;
  const signalDimension = 2 * k;
  const signal =
    basis === 'cosine'
      ? cosineBasis(side, signalDimension)
      : randomBasis(dimension, signalDimension, randomStream(seed, 'signal basis'));
  // Each kind of noise from a stream of its own.
  const background = tail === 'gauss' ? 'background' : `${tail} background`;
  const draw = (count: number, set: string) =>
    drawImages(
      science,
      signal,
      count,
      randomStream(seed, `${set} object positions`),
      firstNumbers(seed, `${set} ${background}`, count * science.patches * dimension, tails[tail]),
    );
  return {
    train: draw(science.n, 'training'),
    test: () => draw(synthetic.testImages(science), 'test'),
    signal,
    signalDimension,
  };
}

function drawImages(
  science: Science,
  signal: Float64Array,
  count: number,
  positions: RandomStream,
  background: Float64Array,
): PatchedImages {
  const { k, sigma, patches, noise, project, side, colour } = science;
  const dimension = side ** 2;
  const vectors = patternsOf(signal, science),
    norms = patternNorms(science);
  const coloured = colour > 0 && sigma > 0 ? colouring(side, colour) : null;
  const values = new Float64Array(count * patches * dimension);
  const labels = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const feature = i % (2 * k);
    labels[i] = feature % 2 === 0 ? 1 : -1;
    const object = positions.below(patches);
    for (let p = 0; p < patches; p++) {
      const start = (i * patches + p) * dimension;
      const patch = values.subarray(start, start + dimension);
      // Drawn for the object too, so that "noise everywhere" adds noise without redrawing the background.
      for (let j = 0; j < dimension; j++) patch[j] = background[start + j]! * sigma;
      if (p === object && noise === 'background') patch.fill(0);
      else {
        coloured?.(patch);
        if (project && sigma > 0) projectOff(patch, signal);
      }
      if (p === object)
        for (let j = 0; j < dimension; j++) patch[j]! += norms[feature]! * vectors[feature * dimension + j]!;
    }
  }
  return { count, patches, dimension, values, labels };
}
