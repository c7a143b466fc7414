/**
 * Critical noise σ* = (μ/√d)(n/2K)^{1/q}: signal and noise escape the polynomial part of the activation at the same
 * time, the n·SNR^q ≍ 2K condition of the signal–noise literature (Cao, Chen, Belkin, Gu 2022; SNR = μ/(σ√d)).
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
