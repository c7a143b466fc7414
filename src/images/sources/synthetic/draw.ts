import type { Science } from '../../../experiment/parameters';
import { firstNormals } from '../../kept-normals';
import type { ImageSet, PatchedImages } from '../../patched-images';
import { randomStream, type RandomStream } from '../../random';
import { synthetic } from './source';
import { cosineBasis, projectOff, randomBasis } from './signal-basis';

/**
 * The paper's data model (arXiv 2504.08628): P patches an image; a uniformly random one, the object, holds the image's
 * signal vector of norm μ; the others are background noise N(0, σ²(I − Π)). Image i follows feature i mod 2K; even
 * features are class +1 (u_1 … u_K), odd ones class −1 (v_1 … v_K).
 *
 * A change of σ scales the same noise; more images leave the earlier ones as they were.
 */
export function syntheticImages(science: Science): ImageSet {
  const { k, side, basis, seed } = science;
  const dimension = side * side;
  const signalDimension = 2 * k;
  const signal =
    basis === 'cosine'
      ? cosineBasis(side, signalDimension)
      : randomBasis(dimension, signalDimension, randomStream(seed, 'signal basis'));
  const draw = (count: number, set: string) =>
    drawImages(
      science,
      signal,
      count,
      randomStream(seed, `${set} object positions`),
      firstNormals(seed, `${set} background`, count * science.patches * dimension),
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
  const { k, sigma, mu, patches, noise, project } = science;
  const dimension = science.side ** 2;
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
      else if (project && sigma > 0) projectOff(patch, signal);
      if (p === object) for (let j = 0; j < dimension; j++) patch[j]! += mu * signal[feature * dimension + j]!;
    }
  }
  return { count, patches, dimension, values, labels };
}
