/** MNIST, or Fashion-MNIST, whose classes have digits for names. */
type PackedSet = 'mnist' | 'fashion';

/** Why the images of a digit, or of a class of clothes, are not there. */
export type DigitProblem =
  | { readonly kind: 'pack-damaged'; readonly fault: PackFault }
  | { readonly kind: 'digit-not-loaded'; readonly set: PackedSet; readonly digit: number; readonly fault: LoadFault }
  /** The single file holds these digits and no others. */
  | {
      readonly kind: 'digit-not-in-file';
      readonly set: PackedSet;
      readonly digit: number;
      readonly held: readonly string[];
    };

export type LoadFault =
  | { readonly kind: 'no-answer' | 'broke-off' }
  | { readonly kind: 'refused'; readonly status: string; readonly url: string }
  | { readonly kind: 'other-digit'; readonly url: string; readonly found: number }
  | { readonly kind: 'damaged'; readonly fault: PackFault }
  | { readonly kind: 'unexpected'; readonly message: string };

/** What is wrong with the file of a digit. */
export type PackFault =
  | { readonly kind: 'magic'; readonly found: string; readonly wanted: string }
  | { readonly kind: 'version'; readonly found: number; readonly wanted: number }
  | { readonly kind: 'digit'; readonly found: number }
  | {
      readonly kind: 'counts';
      readonly train: number;
      readonly test: number;
      readonly wantedTrain: number;
      readonly wantedTest: number;
    }
  | { readonly kind: 'size'; readonly rows: number; readonly columns: number; readonly wanted: number }
  /** Bytes. */
  | { readonly kind: 'no-header'; readonly found: number; readonly wanted: number }
  | { readonly kind: 'cut-off'; readonly found: number; readonly wanted: number }
  | { readonly kind: 'trailing'; readonly bytes: number }
  | { readonly kind: 'not-gzip' }
  | { readonly kind: 'more-pixels'; readonly most: number }
  | { readonly kind: 'fewer-pixels'; readonly found: number; readonly wanted: number };
