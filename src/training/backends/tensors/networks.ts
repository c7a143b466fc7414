import type { NetworkName } from '../../../experiment/networks';
import { deep } from './deep';
import type { MakeTensorNetwork } from './network';
import { transformer } from './transformer';
import { twoLayers } from './two-layers';

/** Every network, by its name. */
export const tensorNetworks: Readonly<Record<NetworkName, MakeTensorNetwork>> = {
  cnn: twoLayers,
  deep,
  transformer,
  dense: twoLayers,
};
