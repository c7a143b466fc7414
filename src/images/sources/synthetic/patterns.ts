import type { Science } from '../../../experiment/parameters';
import { powerOf } from '../../power';

/** Norms of the 2K signal vectors u₁, v₁, u₂, …: μ·ρ^((k−1)/(K−1)) for the k-th of each class; μ where there is only one. */
export function patternNorms({ k, mu, ratio }: Pick<Science, 'k' | 'mu' | 'ratio'>): Float64Array {
  return Float64Array.from({ length: 2 * k }, (_, feature) =>
    ratio === 1 || k === 1 ? mu : mu * powerOf(1 / ratio, -Math.floor(feature / 2) / (k - 1)),
  );
}

/**
 * Unit signal vectors, [2K × d], of an orthonormal basis u₁, v₁°, u₂, …: v_k = c·u_k + √(1 − c²)·v_k°, of the same span. The basis itself
 * where c = 0.
 */
export function patternsOf(basis: Float64Array, { k, partner }: Pick<Science, 'k' | 'partner'>): Float64Array {
  if (partner === 0) return basis;
  const dimension = basis.length / (2 * k),
    own = Math.sqrt(1 - partner * partner);
  return basis.map((value, i) =>
    Math.floor(i / dimension) % 2 === 0 ? value : partner * basis[i - dimension]! + own * value,
  );
}
