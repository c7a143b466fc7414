/** Labelled images, each cut into P patches of d pixels: what every trainer and every data spectrum reads. */
export interface PatchedImages {
  /** Number of images, n. */
  readonly count: number;
  /** Patches per image, P. */
  readonly patches: number;
  /** Pixels per patch, d. */
  readonly dimension: number;
  /** [n × P × d], row-major: image, then patch, then pixel. */
  readonly values: Float64Array;
  /** [n], each +1 or −1. */
  readonly labels: Float64Array;
  /** [n], 1 where the label is wrong; absent where all are right. */
  readonly turned?: Uint8Array | undefined;
}

/** All that one experiment's images consist of. */
export interface ImageSet {
  readonly train: PatchedImages;
  /** Draws fresh images that training never sees; a function, because a data spectrum has no use for them. */
  test(): PatchedImages;
  /** Orthonormal basis of the signal span, [signalDimension × d], row-major. */
  readonly signal: Float64Array;
  /** 2K for synthetic images; for real ones, see `signalSpan` in the spectrum room. */
  readonly signalDimension: number;
}
