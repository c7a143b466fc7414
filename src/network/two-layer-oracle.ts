import type { PatchedImages } from '../images/patched-images';
import { huberizedRelu } from './activation';
import type { Architecture, NetworkSettings, NetworkShape } from './architecture';
import { embedding, imageEmbedding } from './embeddings';
import { initialFilters } from './initialise';
import { leading, type WeightMatrix } from './matrices';
import { products } from './products';
import { outputs, type Network } from './two-layers';
import { gradient } from './two-layers-gradient';

/** The oracle of two layers, filters and a fixed head, for filters of any size. @param shape of which the filters are the one matrix. */
export function twoLayers(shape: NetworkShape): Omit<Architecture, 'seen'> {
  return {
    ...shape,
    init(experiment, stream) {
      const { m, init } = experiment;
      const plus = stream('filters of class +1'),
        minus = stream('filters of class -1');
      return shape
        .matrices(experiment)
        .map((filters) => ({ ...filters, values: initialFilters(m, filters.columns, init, plus, minus) }));
    },
    forward: (matrices, settings, images) => ({ outputs: outputs(network(matrices, settings), images) }),
    gradient(matrices, settings, images, into, onImage) {
      gradient(network(matrices, settings), images, into[0]!, onImage);
    },
    embed: (matrices, settings, images) => [
      imageEmbedding(images),
      embedding('h1', images, activations(leading({ matrices }), settings, images), leading({ matrices }).rows),
    ],
    rates: ({ width }, lr) => [lr * width],
  };
}

function network(matrices: readonly WeightMatrix[], { width, q, kappa }: NetworkSettings): Network {
  return { filters: leading({ matrices }).values, width, q, kappa };
}

/** φ(Wx) of every patch, [nP × 2m]. */
function activations(
  { values, rows }: WeightMatrix,
  { q, kappa }: NetworkSettings,
  { count, patches, dimension, values: pixels }: PatchedImages,
): Float64Array {
  const { value } = huberizedRelu(q, kappa);
  const all = new Float64Array(count * patches * rows);
  for (let row = 0; row < count * patches; row++)
    products(values, pixels, row * dimension, dimension, all.subarray(row * rows, (row + 1) * rows));
  return all.map(value);
}
