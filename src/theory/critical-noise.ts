/**
 * Critical noise σ* = (μ/√d)(n/2K)^{1/q}: signal and noise escape the polynomial part of the activation at the same
 * time. A heuristic: a signal vector is in n/2K images, a patch of noise in one, so that n/2K stands for n in the
 * condition n·SNR^q ≍ 1 that Cao, Chen, Belkin and Gu (2022) have for one signal vector, two patches, q > 2 and d ≫ n.
 * A scaling law, not a sharp constant.
 */
export function criticalNoise({
  n,
  dimension,
  signalDimension,
  mu,
  q,
}: {
  n: number;
  dimension: number;
  signalDimension: number;
  mu: number;
  q: number;
}): number {
  return (mu / Math.sqrt(dimension)) * (n / signalDimension) ** (1 / q);
}
