import { networkOf } from '../../experiment/networks';
import type { Science } from '../../experiment/parameters';
import type { Architecture } from '../architecture';
import { architectures } from './list';

/** The network that an experiment trains. */
export function architectureOf(experiment: Science): Architecture {
  return architectures[networkOf(experiment)];
}
