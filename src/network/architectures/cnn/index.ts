import { patchDimension } from '../../../experiment/shape';
import type { Architecture } from '../../architecture';
import { filterShape } from '../../filters';
import { twoLayers } from '../../two-layer-oracle';

/** The two-layer CNN with a fixed second layer. */
export const cnn: Architecture = {
  ...twoLayers((experiment) => filterShape(experiment.m, patchDimension(experiment))),
  name: 'cnn',
  seen: (images) => images,
  runsOn: ['webgl', 'wasm', 'cpu'],
};
