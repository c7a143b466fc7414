/** What the predicted rank of the noisy patch matrix depends on. */
export interface NoisyPatches {
  readonly n: number;
  /** Patches per image, P. */
  readonly patches: number;
  /** Pixels per patch, d. */
  readonly dimension: number;
  /** Signal dimension 2K. */
  readonly signalDimension: number;
  readonly mu: number;
  readonly sigma: number;
}

/**
 * Predicted stable rank of the noisy patch matrix: (nμ² + n(P−1)σ²(d−2K)) / max(μ²⌈n/2K⌉, σ²(√(n(P−1)) + √(d−2K))²).
 * Energy by the law of large numbers, the noise's largest singular value by the Marchenko–Pastur edge; for background
 * noise off the signal span. Images follow the signal vectors in turn, so that the first is in ⌈n/2K⌉ of them: exact without
 * noise, within a few percent of measured with it.
 */
export function predictedStableRank({ n, patches, dimension, signalDimension, mu, sigma }: NoisyPatches): number {
  const rows = n * (patches - 1),
    free = dimension - signalDimension;
  // With one patch there is no background, and where the signal fills the space nothing is left of it: no matrix, no edge.
  const edge = rows > 0 && free > 0 ? sigma ** 2 * (Math.sqrt(rows) + Math.sqrt(free)) ** 2 : 0;
  const energy = n * mu ** 2 + rows * sigma ** 2 * free;
  const largest = Math.max(mu ** 2 * Math.ceil(n / signalDimension), edge);
  return energy / largest;
}
