import type { PanelName } from '../experiment/parameters';
import type { Role, Symbol, Term } from './terms';

/**
 * Sentences are plain strings, so that a language is a file without components; what is more than text in them is
 * marked as `[[text|kind:name]]`, or `[[text|kind]]`. Only the functions below write marks, so their names are checked by the compiler.
 * Variables need no mark: a letter that stands by itself is one, and is set as one.
 */
export type Piece =
  | { readonly kind: 'text' | 'variable'; readonly text: string }
  | { readonly kind: 'term'; readonly text: string; readonly name: Term }
  | { readonly kind: 'symbol'; readonly text: string; readonly name: Symbol }
  | { readonly kind: 'role'; readonly text: string; readonly name: Role }
  | { readonly kind: 'panel' | 'link' | 'download' | 'found'; readonly text: string; readonly name: string }
  | { readonly kind: 'raised'; readonly text: string };

const mark = (kind: string) => (name: string, text: string) => `[[${text}|${kind}:${name}]]`;

/** A word that the glossary explains. */
export const term: (name: Term, text: string) => string = mark('term');
/** A parameter, with its value and its field. */
export const symbol: (name: Symbol, text: string) => string = mark('symbol');
/** A number in the colour of what it measures. */
export const value: (name: Role, text: string) => string = mark('role');
/** Leads to a panel of this page. */
export const panel: (name: PanelName, text: string) => string = mark('panel');
export const link = mark('link');
/** A file to take along. */
export const file = mark('download');
/** A number that stands out; its name says which, to scripts and style sheets. */
export const found = mark('found');
/** An exponent. */
export const raised = (text: string): string => `[[${text}|raised]]`;

const pattern = /\[\[([^|\]]+)\|(\w+)(?::([^\]]+))?\]\]/g;

/**
 * One letter that no other stands beside: Greek, or Latin but for the words a, A and I. Figures may stand before it, an
 * index is of its own. Initials of a name are none.
 */
const variable =
  /(?<![\p{Script=Latin}\p{Script=Greek}.’'])(?:[α-ω]|[b-zB-HJ-Z](?!\. ?\p{Lu}|\.\p{L}))(?![\p{Script=Latin}\p{Script=Greek}\d’'])/gu;

/** A sentence in pieces, in order. */
export function parse(sentence: string): Piece[] {
  return split(
    sentence,
    pattern,
    ([, text, kind, name]) => ({ kind, text, name }) as Piece,
    (text) => split(text, variable, ([letter]) => ({ kind: 'variable', text: letter })),
  );
}

/** What matches as a piece each, and what is between, as text or split further. */
function split(
  sentence: string,
  matching: RegExp,
  piece: (match: RegExpExecArray) => Piece,
  between: (text: string) => Piece[] = (text) => [{ kind: 'text', text }],
): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of sentence.matchAll(matching)) {
    if (match.index > end) pieces.push(...between(sentence.slice(end, match.index)));
    pieces.push(piece(match));
    end = match.index + match[0].length;
  }
  if (end < sentence.length) pieces.push(...between(sentence.slice(end)));
  return pieces;
}

/** What a screen reader would read. */
export const plain = (sentence: string): string =>
  parse(sentence)
    .map(({ text }) => text)
    .join('');
