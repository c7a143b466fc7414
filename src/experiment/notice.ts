import type { ParameterKey } from './parameters';

/** Something in a link, message, file or command line that was not taken as given; shown to the visitor. */
export interface Notice {
  /** The field it is about, as it was written; the whole input where it is about no single field. */
  readonly field: ParameterKey | string;
  /** A full sentence that says what was wrong and what is used instead. */
  readonly message: string;
}
