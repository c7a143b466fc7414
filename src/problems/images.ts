/** What is wrong with images that were handed to the page, or with what an experiment wants of them. */
export type ImagesProblem =
  /** `name` of the file, as it was given. */
  | { readonly kind: 'images-refused'; readonly name: string; readonly fault: ImagesFault }
  /** None with this content hash is on this device. */
  | { readonly kind: 'images-missing'; readonly hash: string }
  | { readonly kind: 'no-such-class'; readonly given: string; readonly classes: readonly string[] }
  /** Training images n, more than twice what the smaller class has. */
  | { readonly kind: 'too-few-images'; readonly n: number; readonly most: number }
  /** The images of both classes are equal, so that nothing is left of them without their mean. */
  | { readonly kind: 'nothing-left' };

/** Why files of images are refused. Bytes, pixels and counts as they stand in the file. */
export type ImagesFault =
  | {
      readonly kind:
        | 'no-files'
        | 'empty'
        | 'unknown-format'
        | 'unreadable'
        | 'mixed'
        | 'no-labels'
        | 'no-images'
        | 'no-folder'
        | 'all-equal'
        | 'npy-header'
        | 'npy-order'
        | 'not-finite'
        | 'gzip-damaged'
        | 'zip-damaged'
        | 'zip-encrypted'
        | 'zip-bomb';
    }
  | { readonly kind: 'cut-off'; readonly found: number; readonly wanted: number }
  | { readonly kind: 'trailing'; readonly wanted: number }
  | { readonly kind: 'idx-type' | 'zip-method'; readonly code: number }
  | { readonly kind: 'npy-type'; readonly descr: string }
  | { readonly kind: 'shape'; readonly shape: readonly number[] }
  | {
      readonly kind: 'side';
      readonly height: number;
      readonly width: number;
      readonly least: number;
      readonly most: number;
    }
  | { readonly kind: 'picture-too-large'; readonly width: number; readonly height: number; readonly most: number }
  | { readonly kind: 'too-many-pixels'; readonly megabytes: number; readonly most: number }
  | { readonly kind: 'too-many-files'; readonly count: number; readonly most: number }
  | { readonly kind: 'counts'; readonly images: number; readonly labels: number; readonly other: string }
  | { readonly kind: 'other-size'; readonly other: string }
  | { readonly kind: 'label'; readonly found: string; readonly most: number }
  | { readonly kind: 'too-many-classes'; readonly count: number; readonly most: number }
  | { readonly kind: 'cifar-length'; readonly bytes: number }
  | { readonly kind: 'zip-path'; readonly path: string }
  | { readonly kind: 'picture-damaged' | 'needs-browser'; readonly format: string }
  | { readonly kind: 'one-class'; readonly only: string }
  | { readonly kind: 'few-in-class'; readonly only: string; readonly least: number };
