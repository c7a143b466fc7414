import { imageShape } from '../../../experiment/shape';
import type { Architecture, NetworkSettings } from '../../architecture';
import { leading, type WeightMatrix } from '../../matrices';
import { filterMatrix, filterShape } from './filters';
import { outputs, type Network } from './forward';
import { gradient } from './gradient';
import { initialFilters } from './initialise';

/** The two-layer CNN with a fixed second layer. */
export const cnn: Architecture = {
  name: 'cnn',
  matrices: (experiment) => [filterShape(experiment.m, imageShape(experiment).side ** 2)],
  embeddings: () => [],
  init(experiment, stream) {
    const { m, init } = experiment;
    const dimension = imageShape(experiment).side ** 2;
    const plus = stream('filters of class +1'),
      minus = stream('filters of class -1');
    return [filterMatrix(initialFilters(m, dimension, init, plus, minus), m)];
  },
  forward: (matrices, settings, images) => ({ outputs: outputs(twoLayers(matrices, settings), images) }),
  gradient(matrices, settings, images, into, onImage) {
    gradient(twoLayers(matrices, settings), images, into[0]!, onImage);
  },
  rates: ({ width }, lr) => [lr * width],
  runsOn: ['webgl', 'wasm', 'cpu'],
};

function twoLayers(matrices: readonly WeightMatrix[], { width, q, kappa }: NetworkSettings): Network {
  return { filters: leading({ matrices }).values, width, q, kappa };
}
