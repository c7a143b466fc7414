import { patchDimension } from '../../../experiment/shape';
import type { NetworkShape } from '../../architecture';
import { filterShape } from '../../filters';

export const layers = ['W2', 'W3', 'W4'] as const;

export const deepShape: NetworkShape = {
  name: 'deep',
  matrices(experiment) {
    const filters = filterShape(experiment.m, patchDimension(experiment));
    const { rows } = filters;
    const mixing = layers.slice(0, experiment.depth - 2);
    return [filters, ...mixing.map((name) => ({ name, role: 'mixing' as const, rows, columns: rows }))];
  },
  runsOn: ['webgl', 'wasm', 'cpu'],
};
