import type { NetworkName } from '../../experiment/networks';
import type { Architecture } from '../architecture';
import { cnn } from './cnn';
import { deep } from './deep';
import { dense } from './dense';
import { transformer } from './transformer';

/** Every network, by its name: a new one is a folder here, and a line. */
export const architectures: Readonly<Record<NetworkName, Architecture>> = { cnn, deep, transformer, dense };
