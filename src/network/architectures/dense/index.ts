import { imageShape, patchDimension } from '../../../experiment/shape';
import type { Architecture } from '../../architecture';
import { filterShape } from '../../filters';
import { twoLayers } from '../../two-layer-oracle';

/** The two-layer network without weight sharing: its filters are as large as an image, which it sees as one patch. */
export const dense: Architecture = {
  ...twoLayers((experiment) => {
    const { patches } = imageShape(experiment);
    return { ...filterShape(experiment.m, patches * patchDimension(experiment)), patches };
  }),
  name: 'dense',
  seen: (images) => ({ ...images, patches: 1, dimension: images.patches * images.dimension }),
  runsOn: ['webgl', 'wasm', 'cpu'],
};
