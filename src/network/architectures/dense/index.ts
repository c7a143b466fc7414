import type { Architecture } from '../../architecture';
import { twoLayers } from '../../two-layer-oracle';
import { denseShape } from './shape';

/** The two-layer network without weight sharing: its filters are as large as an image, which it sees as one patch. */
export const dense: Architecture = {
  ...twoLayers(denseShape),
  seen: (images) => ({ ...images, patches: 1, dimension: images.patches * images.dimension }),
};
