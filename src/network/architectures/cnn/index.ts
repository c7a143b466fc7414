import type { Architecture } from '../../architecture';
import { twoLayers } from '../../two-layer-oracle';
import { cnnShape } from './shape';

/** The two-layer CNN with a fixed second layer. */
export const cnn: Architecture = { ...twoLayers(cnnShape), seen: (images) => images };
