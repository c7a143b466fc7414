/**
 * What is wrong with a value that came from outside. `field` is where it stands, written as in JavaScript:
 * `history[3].loss`; empty for the whole.
 */
export type ValueFault = Fault & { readonly field: string };

/** The same before it is known where the value stands. */
export type Fault =
  | { readonly kind: 'missing' | 'not-a-step' | 'not-later' | 'rises' }
  | { readonly kind: 'not-finite' | 'not-whole' | 'not-text' | 'not-flag' | 'not-list'; readonly found: Found }
  /** `most` is null where there is no limit. */
  | { readonly kind: 'outside'; readonly found: Found; readonly least: number; readonly most: number | null }
  | { readonly kind: 'not-one-of'; readonly found: Found; readonly choices: readonly string[] }
  | { readonly kind: 'too-long'; readonly most: number }
  | { readonly kind: 'entries'; readonly count: number; readonly fewest: number; readonly most: number };

/** What is wrong with a text that should be JSON. */
export type JsonFault = { readonly kind: 'too-deep'; readonly most: number } | { readonly kind: 'not-json' };

/** What stands where something else was to be: shortened, and never more than its kind where it is large. */
export type Found =
  { readonly kind: 'nothing' | 'list' | 'object' } | { readonly kind: 'text' | 'value'; readonly written: string };

/** Quoted input, short enough for a notice whatever was given. */
export function brief(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
