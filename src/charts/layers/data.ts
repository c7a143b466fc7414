import type { Described } from '../kit/chart';

/** One notion of rank of a matrix, as text. */
export interface LayerRank {
  readonly label: string;
  readonly value: string;
  /** Whether it is the notion that the page shows. */
  readonly chosen: boolean;
}

/** One weight matrix. */
export interface LayerSpectrum {
  /** Unique in the chart. */
  readonly key: string;
  /** What it is called, and with its size, where there is room. */
  readonly name: string;
  readonly title: string;
  /** Singular values, descending. */
  readonly values: ArrayLike<number>;
  /** The same at initialisation; null where nothing is known of it. */
  readonly before: ArrayLike<number> | null;
  readonly ranks: readonly LayerRank[];
  /** Directions of the signal, where its rows live in the space of patches: so many bars are full. */
  readonly signal: { readonly dimension: number; readonly label: string } | null;
}

/** What a chart of layers shows: a spectrum a weight matrix, all on one logarithmic axis. */
export interface LayersData extends Described {
  readonly layers: readonly LayerSpectrum[];
  /** Ends of the axis, where values beyond them are drawn; above zero. */
  readonly domain: readonly [number, number];
  /** What the axis shows. */
  readonly caption: string;
  /** What the dotted lines are. */
  readonly beforeLabel: string;
  /** A value to write out. */
  readonly highlight?: LayerPlace | undefined;
}

/** A singular value of one of the matrices, by their places. */
export interface LayerPlace {
  readonly layer: number;
  readonly index: number;
}
