import type { Science, ScienceKey } from '../../experiment/parameters';
import type { GivenProblem } from '../../problems/given';

export interface ImageShape {
  /** Patches per image, P. */
  readonly patches: number;
  /** Patch side s in pixels. */
  readonly side: number;
  /** Planes of a patch: one, or red, green and blue after each other; d = s² times as many. */
  readonly channels: 1 | 3;
  /** Where patches are windows on one picture: so many in a row of it, so many pixels apart. Else they lie side by side. */
  readonly windows?: { readonly columns: number; readonly stride: number };
}

/** Numbers in a patch, d. */
export const dimensionOf = ({ side, channels }: Pick<ImageShape, 'side' | 'channels'>) => channels * side ** 2;

/** A value that cannot be together with the others, what is used instead, and what is said of it. */
export type Mending = {
  readonly [K in ScienceKey]: { readonly field: K; readonly value: Science[K]; readonly problem: GivenProblem };
}[ScienceKey];

/**
 * One kind of images, as the page and its table of parameters know it: everything but the drawing, which only those need
 * who train (`Draw` in `images/draws.ts`). Whatever differs from one kind to another is asked of it: nothing outside of
 * `images/` compares `data` with a name.
 */
export interface ImageSource {
  /** The value of `data` that asks for it. */
  readonly kind: string;
  /** In English, as the parameter table is; the other catalogues have their own. */
  readonly label: string;
  readonly is: {
    /** Whether signal vectors belong to classes, u₁, v₁, …, image i showing vector i mod 2K. */
    readonly classed: boolean;
    /** Whether images are made as the theory assumes: P patches of side s, 2K signal vectors of norm μ, noise σ. */
    readonly theory: boolean;
    /** Whether the signal span is known exactly, found in the clean images, or not known at all (it is then empty). */
    readonly signal: 'exact' | 'estimated' | 'none';
  };
  /** The parameters, of those that make images anew, that change anything under these settings; without `data`. */
  reads(science: Science): readonly ScienceKey[];
  /**
   * Text that two settings share where they have the same images, to the bit, whatever is trained on them. Every cache of
   * what is drawn is kept under it and nothing else: where images come from a file, it names the file's content.
   */
  identity(science: Science): string;
  shape(science: Science): ImageShape;
  /** What cannot be as it is; each mending is of another field. */
  mend(science: Science): readonly Mending[];
  /** The largest values that these images allow, where that is less than the table does. */
  most(science: Science): Partial<Record<'k' | 'n', number>>;
  /** The signal dimension where it is known before any image is drawn; else it comes with the images. */
  signalDimension(science: Science): number | null;
  /** Unit signal vectors, [r × d], where they are not the orthonormal basis of their span that images come with. */
  vectors?(science: Science, basis: Float64Array): Float64Array;
  /** How many fresh images the test accuracy is of: half of each class. */
  testImages(science: Science): number;
  /** Whether noise of σ > 0 reaches these images at all. */
  hasRoomForNoise(science: Science): boolean;
  /** Whether its noise is stronger along some directions than along others, by what the settings say; without it, never. */
  hasColouredNoise?(science: Science): boolean;
  /** The hash of the collection of own images that these are drawn from, empty where none is named; without it, of none. */
  collection?(science: Science): string;
  /** Names of the classes +1 and −1; null where an image is named for its signal vector. */
  classes(science: Science): readonly [plus: string, minus: string] | null;
}

/** An identity made of parameters alone. */
export function identityOf(kind: string, science: Science, keys: readonly ScienceKey[]): string {
  return [kind, ...keys.map((key) => `${key}:${String(science[key])}`)].join(' ');
}
