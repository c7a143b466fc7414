import { imageShape } from '../experiment/shape';
import { huberizedRelu } from './activation';
import type { Architecture, NetworkSettings } from './architecture';
import { initialFilters } from './initialise';
import { products } from './products';
import { lossSlope } from './loss';
import type { MatrixShape, WeightMatrix } from './matrices';
import type { PatchedImages } from '../images/patched-images';

/**
 * For tests: a network that the page does not have, with two matrices: the filters of the two-layer network, and a head
 * A [2 × 2m] that is trained with them, f(x) = Σ_r (A_1r − A_2r) Σ_p φ(⟨w_r, x_p⟩). It stands under the only name that
 * there is; the name of its second matrix is its own, which for the compiler no network has.
 */
export const twoMatrices: Architecture = {
  name: 'cnn',
  matrices: (experiment) => shapes(experiment.m, imageShape(experiment).side ** 2),
  embed: () => [],
  seen: (images) => images,
  init(experiment, stream) {
    const { m, init } = experiment;
    const [filters, head] = shapes(m, imageShape(experiment).side ** 2);
    const values = initialFilters(
      m,
      filters.columns,
      init,
      stream('filters of class +1'),
      stream('filters of class -1'),
    );
    return [
      { ...filters, values },
      { ...head, values: Float64Array.from({ length: 4 * m }, (_, i) => (i < m || i >= 3 * m ? 1 : 0) / m) },
    ];
  },
  forward: (matrices, settings, images) => ({ outputs: pass(matrices, settings, images) }),
  gradient(matrices, settings, images, into) {
    pass(matrices, settings, images, into);
  },
  rates: ({ width }, lr) => [lr * width, 0.01],
  runsOn: ['cpu'],
};

function shapes(m: number, d: number): [MatrixShape, MatrixShape] {
  return [
    { name: 'filters', role: 'filters', rows: 2 * m, columns: d },
    { name: 'head' as 'filters', role: 'mixing', rows: 2, columns: 2 * m },
  ];
}

function pass(
  [filters, head]: readonly WeightMatrix[],
  { q, kappa }: NetworkSettings,
  { count, patches, dimension, values, labels }: PatchedImages,
  into?: readonly Float64Array[],
): Float64Array {
  const { rows } = filters!,
    { value, slope } = huberizedRelu(q, kappa);
  const weight = (r: number) => head!.values[r]! - head!.values[rows + r]!;
  into?.forEach((slopes) => slopes.fill(0));
  return Float64Array.from({ length: count }, (_, i) => {
    const z = Array.from({ length: patches }, (__, p) => {
      const zs = new Float64Array(rows);
      products(filters!.values, values, (i * patches + p) * dimension, dimension, zs);
      return zs;
    });
    const units = Array.from({ length: rows }, (__, r) => z.reduce((sum, zs) => sum + value(zs[r]!), 0));
    const f = units.reduce((sum, unit, r) => sum + weight(r) * unit, 0);
    if (!into) return f;
    const towards = lossSlope(f, labels[i]!, count);
    for (let r = 0; r < rows; r++) {
      into[1]![r]! += towards * units[r]!;
      into[1]![rows + r]! -= towards * units[r]!;
      for (let p = 0; p < patches; p++) {
        const c = towards * weight(r) * slope(z[p]![r]!);
        for (let j = 0; j < dimension; j++)
          into[0]![r * dimension + j]! += c * values[(i * patches + p) * dimension + j]!;
      }
    }
    return f;
  });
}
