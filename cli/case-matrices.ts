import { networks, type MatrixName, type NetworkName } from '../src/experiment/networks';
import { filterMatrix } from '../src/network/filters';
import type { WeightMatrix } from '../src/network/matrices';
import { isObject, tensor, type Fields } from './case-tensor';
import { InputError } from './input-error';

/** What a case calls the filters among the weights of a network. */
export const filterNames: Readonly<Record<NetworkName, string>> = {
  cnn: 'W1',
  deep: 'W1',
  transformer: 'E',
  dense: 'W1',
};

/** The network's matrices: `filters` alone, or `weights` by their names. @param dimension pixels of a patch. @throws InputError */
export function readMatrices(json: Fields, network: NetworkName, dimension: number): WeightMatrix<Float64Array>[] {
  const { weights } = json;
  if (network === 'cnn' || network === 'dense')
    return isObject(weights) ? [readFilters(weights, 'W1', dimension)] : [readFilters(json, 'filters', dimension)];
  if (!isObject(weights))
    throw new InputError(`--case: weights is not an object with the matrices of the ${network} network`);
  const filters = readFilters(weights, filterNames[network], dimension);
  const units = filters.rows;
  if (network === 'deep') return [filters, ...deepMixing(weights, units)];
  const size = tensor(weights, 'Wq', 2).shape[0]!;
  return [
    filters,
    { name: 'c', role: 'token', rows: 1, columns: units, values: shaped(weights, 'c', [units]) },
    mixing(weights, 'Wq', size, units),
    mixing(weights, 'Wk', size, units),
    mixing(weights, 'Wv', units, units),
    mixing(weights, 'Wm', units, units),
  ];
}

function readFilters(json: Fields, field: string, dimension: number): WeightMatrix<Float64Array> {
  const { shape, values } = tensor(json, field, 2);
  const [rows, columns] = shape as [number, number];
  if (columns !== dimension)
    throw new InputError(`--case: ${field} has ${columns} columns, but patches have ${dimension} pixels`);
  if (rows % 2 !== 0) throw new InputError(`--case: ${field} has ${rows} rows, not the same number for both classes`);
  return filterMatrix(values, rows / 2);
}

/** As many layers as there are, without a gap. */
function deepMixing(weights: Fields, units: number): WeightMatrix<Float64Array>[] {
  const names = networks.deep.slice(1).filter((name) => name in weights);
  const missing = networks.deep.slice(1, names.length + 1).find((name) => !names.includes(name));
  if (missing) throw new InputError(`--case: ${missing} is missing from weights`);
  const unknown = Object.keys(weights).find((name) => name !== 'W1' && !names.some((known) => known === name));
  if (unknown) throw new InputError(`--case: weights.${unknown.slice(0, 40)} is no matrix of the deep network`);
  return names.map((name) => mixing(weights, name, units, units));
}

function mixing(weights: Fields, name: MatrixName, rows: number, columns: number): WeightMatrix<Float64Array> {
  return { name, role: 'mixing', rows, columns, values: shaped(weights, name, [rows, columns]) };
}

function shaped(weights: Fields, name: string, wanted: readonly number[]): Float64Array {
  const { shape, values } = tensor(weights, name, wanted.length);
  if (shape.some((length, i) => length !== wanted[i]))
    throw new InputError(`--case: ${name} is ${shape.join(' × ')}, not ${wanted.join(' × ')}`);
  return values;
}
