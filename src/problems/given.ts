/**
 * What was given in a link, a message, a file or by hand and cannot be taken as it is. Each is said after the name of its
 * field, which is not part of it. `given` is what was written, shortened; `used` what the page takes instead, written as in
 * a link and empty for none.
 */
export type GivenProblem =
  | {
      readonly kind: 'outside';
      readonly given: string;
      readonly min: number;
      readonly max: number;
      readonly used: number;
    }
  | { readonly kind: 'not-whole'; readonly given: string; readonly used: number }
  | {
      readonly kind: 'not-number' | 'not-flag' | 'not-pair' | 'not-name' | 'not-classes';
      readonly given: string;
      readonly used: string;
    }
  | { readonly kind: 'not-one-of'; readonly given: string; readonly choices: readonly string[]; readonly used: string }
  /** Names of a list that are left out; `count` of them. */
  | { readonly kind: 'not-among'; readonly given: string; readonly count: number; readonly choices: readonly string[] }
  | { readonly kind: 'too-many-runs' | 'too-many-lines'; readonly count: number; readonly most: number }
  /** A line of a talk: too long, or not of one line. */
  | { readonly kind: 'not-line'; readonly given: string; readonly most: number }
  | { readonly kind: 'unknown-key' }
  | { readonly kind: 'other-version'; readonly version: number }
  | { readonly kind: 'link-too-long'; readonly most: number }
  | { readonly kind: 'unknown-step'; readonly name: string }
  /** Part of a pinned run; the next, what is wrong with one of its own fields. */
  | { readonly kind: 'not-of-run'; readonly given: string }
  | { readonly kind: 'in-run'; readonly field: string; readonly problem: GivenProblem }
  | MendedProblem
  | AxisProblem;

/** Values that are fine alone and cannot be together; `used` is what the field becomes. */
type MendedProblem =
  /** `room`: vectors that can be orthogonal in a patch, cosines or dimensions. */
  | {
      readonly kind: 'signal-too-large';
      readonly side: number;
      readonly basis: 'cosine' | 'random';
      readonly room: number;
      readonly signalDimension: number;
      readonly used: number;
    }
  | { readonly kind: 'too-many-digits'; readonly perDigit: number; readonly used: number }
  /** Own images that no hash names. */
  | { readonly kind: 'names-no-images'; readonly used: string }
  /** Training images of the smaller of two classes of own images. */
  | { readonly kind: 'too-many-of-class'; readonly perClass: number; readonly used: number }
  /** Class names that these own images do not have. */
  | {
      readonly kind: 'no-such-classes';
      readonly given: string;
      readonly classes: readonly string[];
      readonly used: string;
    }
  /** Colour is asked for, and the images have none. */
  | { readonly kind: 'images-are-grey'; readonly used: string }
  | {
      readonly kind: 'too-many-windows';
      readonly side: number;
      readonly stride: number;
      readonly windows: number;
      readonly most: number;
      readonly used: number;
    }
  /** What a network or an optimiser has brought along, as `key = value`. */
  | { readonly kind: 'taken-along'; readonly values: readonly string[] }
  /** A setting of another network than the one that is trained. */
  | { readonly kind: 'only-with'; readonly net: 'deep' | 'transformer'; readonly used: string }
  /** For the transformer, whose queries and keys have `least` numbers. */
  | { readonly kind: 'too-narrow'; readonly least: number }
  /** More images a step than the `n` that there are; all are used. */
  | { readonly kind: 'batch-too-large'; readonly n: number }
  /** For filters as large as an image of so many `pixels`; the two-layer CNN is used. */
  | { readonly kind: 'image-too-large'; readonly patches: number; readonly pixels: number; readonly most: number }
  | { readonly kind: 'after-end'; readonly steps: number };

/** What is wrong with an axis of a sweep; nothing is used instead. */
export type AxisProblem =
  | { readonly kind: 'not-swept'; readonly given: string; readonly keys: readonly string[] }
  | { readonly kind: 'not-levels'; readonly key: string; readonly given: string }
  | { readonly kind: 'not-a-count'; readonly key: string; readonly given: string; readonly most: number }
  | { readonly kind: 'not-a-level'; readonly key: string; readonly problem: GivenProblem };
