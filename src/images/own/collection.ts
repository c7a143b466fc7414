import type { NamedBytes, ReadOptions } from './files';

/** Labelled pictures of one size, as they were read from files: what own images are made from. Plain data, which crosses threads. */
export interface ImageCollection {
  /** 16 hex digits of the SHA-256 over the content: shape, class names, split, labels, pixels (`hash.ts`). Names of files do not enter. */
  readonly hash: string;
  /** Of the file or folder that it was read from. */
  readonly name: string;
  /** Pixels. */
  readonly height: number;
  readonly width: number;
  /** Grey, or red, green and blue. */
  readonly channels: 1 | 3;
  /** Names of the classes, all different, as a link writes them (`class-names.ts`). */
  readonly classes: readonly string[];
  /** [count], each an index of `classes`. Training images first. */
  readonly labels: Uint16Array;
  /** [count × height × width × channels], row-major, 0 to 255. */
  readonly pixels: Uint8Array;
  /** How many of the first belong to training where the files themselves say so; else all. */
  readonly train: number;
}

/**
 * Reads files of one kind, or what is in a ZIP file, as one collection; `readCollection` here, and on the page the same in a
 * worker. Rejects with a ProblemError `images-refused` that names the file, or with the signal's reason.
 */
export type ReadCollection = (files: readonly NamedBytes[], options?: ReadOptions) => Promise<ImageCollection>;

/** What a collection is without its pixels. */
export interface CollectionSummary extends Omit<ImageCollection, 'labels' | 'pixels'> {
  /** Images of each class, [classes]. */
  readonly counts: { readonly train: readonly number[]; readonly test: readonly number[] };
  /** Whether any pixel of any image is 0 in all channels: where noise on the background has room. */
  readonly background: boolean;
}

/** Where collections are found by their hash. Rejects with the problem `images-missing` where this one is not here. */
export type CollectionSource = (hash: string) => Promise<ImageCollection>;

export function summaryOf(collection: ImageCollection): CollectionSummary {
  const { labels, pixels, ...rest } = collection;
  const count = (from: number, to: number) => {
    const counts = rest.classes.map(() => 0);
    for (let i = from; i < to; i++) counts[labels[i]!]! += 1;
    return counts;
  };
  return {
    ...rest,
    counts: { train: count(0, rest.train), test: count(rest.train, labels.length) },
    background: hasBackground(pixels, rest.channels),
  };
}

function hasBackground(pixels: Uint8Array, channels: 1 | 3): boolean {
  if (channels === 1) return pixels.includes(0);
  for (let i = 0; i < pixels.length; i += 3)
    if (pixels[i] === 0 && pixels[i + 1] === 0 && pixels[i + 2] === 0) return true;
  return false;
}
