/**
 * Huberized ReLU, the paper's smoothed activation: 0 for z ≤ 0, z^q/(q κ^{q−1}) on [0, κ], z − (1 − 1/q)κ above;
 * continuous, and for q > 1 with a continuous slope.
 */
export interface Activation {
  value(z: number): number;
  slope(z: number): number;
}

/** @param q exponent, at least 1, which is ReLU. @param kappa threshold κ > 0 above which the activation is linear. */
export function huberizedRelu(q: number, kappa: number): Activation {
  const offset = (1 - 1 / q) * kappa;
  const power = powerLessOne(q);
  return {
    value: (z) => (z <= 0 ? 0 : z <= kappa ? (z * power(z / kappa)) / q : z - offset),
    slope: (z) => (z <= 0 ? 0 : z <= kappa ? power(z / kappa) : 1),
  };
}

/** t ↦ t^{q−1}, without Math.pow for the exponents that visitors mostly use (it is ten times slower). */
function powerLessOne(q: number): (t: number) => number {
  if (q === 1) return () => 1;
  if (q === 2) return (t) => t;
  if (q === 3) return (t) => t * t;
  if (q === 4) return (t) => t * t * t;
  return (t) => Math.pow(t, q - 1);
}

/** No activation at all. */
export const identity: Activation = { value: (z) => z, slope: () => 1 };
