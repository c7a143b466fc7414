import { patchDimension } from '../../../experiment/shape';
import type { NetworkShape } from '../../architecture';
import { filterShape } from '../../filters';

/** Size k of the one head: of queries and keys. */
const headSize = 16;

export const transformerShape: NetworkShape = {
  name: 'transformer',
  matrices(experiment) {
    const filters = filterShape(experiment.m, patchDimension(experiment));
    const columns = filters.rows;
    const mixing = (name: 'Wq' | 'Wk' | 'Wv' | 'Wm', rows: number) => ({
      name,
      role: 'mixing' as const,
      rows,
      columns,
    });
    return [
      filters,
      { name: 'c', role: 'token', rows: 1, columns },
      mixing('Wq', headSize),
      mixing('Wk', headSize),
      mixing('Wv', columns),
      mixing('Wm', columns),
    ];
  },
  runsOn: ['webgl', 'wasm', 'cpu'],
};
