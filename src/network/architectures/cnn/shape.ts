import { patchDimension } from '../../../experiment/shape';
import type { NetworkShape } from '../../architecture';
import { filterShape } from '../../filters';

export const cnnShape: NetworkShape = {
  name: 'cnn',
  matrices: (experiment) => [filterShape(experiment.m, patchDimension(experiment))],
  runsOn: ['webgl', 'wasm', 'cpu'],
};
