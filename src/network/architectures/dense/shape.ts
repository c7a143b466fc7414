import { imageShape, patchDimension } from '../../../experiment/shape';
import type { NetworkShape } from '../../architecture';
import { filterShape } from '../../filters';

export const denseShape: NetworkShape = {
  name: 'dense',
  matrices(experiment) {
    const { patches } = imageShape(experiment);
    return [{ ...filterShape(experiment.m, patches * patchDimension(experiment)), patches }];
  },
  runsOn: ['webgl', 'wasm', 'cpu'],
};
