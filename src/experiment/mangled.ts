import { isKnown, longestLink, partsOf } from './link';

/**
 * What mailers, messengers and chats make of a link on its way, undone before it is read. Nothing of it touches a link that
 * arrived as `encodeLink` wrote it. Apart from reading, as few visitors need it before the first figure (`looksMangled`).
 */

/** Stand after an address in prose and are taken for its end; no value of a link ends in one (class names and lines escape theirs). */
const closing = /[)\]}>.,:!?'"*_`;\s]$/;
const closingDecoded = /[)\]}>.,:!?'"*_`;\s。，、．：；！？）】」』》〉”’…]+$/u;
/** `&` as HTML writes it, once or several times over. */
const ampersand = /&(?:amp(?:;|%3b)|#38;|#x26;)(?:amp(?:;|%3b))*/gi;
/** Layers of percent-encoding around the whole, at most. */
const layers = 3;
/** A sign becomes this many at most. */
const inflation = 5;

/** A link as it was before its way; any text is some link. */
export function unmangled(link: string): string {
  if (link.length > inflation * longestLink) return link;
  const { query, hash } = partsOf(inOneLine(link));
  // Who adds to a query without a look puts one behind the hash.
  const [own = '', ...behind] = hash.split('?');
  const before = [query, ...behind].filter((part) => part !== '').join('&');
  return `?${pairsOf(before, own === '')}#${pairsOf(own, true)}`;
}

/** Whether a link says anything that is known here, or nothing at all. */
export const isUnderstood = (link: string): boolean => {
  const { query, hash } = partsOf(link);
  const keys = [query, hash].flatMap((part) => [...new URLSearchParams(part).keys()]);
  return hash === '' || (link.length <= longestLink && keys.some(isKnown));
};

/** An address has no white space: a line that was wrapped is one. */
const inOneLine = (link: string) => link.replaceAll(/[\r\n\t]+ */g, '').trim();

/** @param isLast whether nothing of the link follows, so that marks behind it are not its own. */
function pairsOf(part: string, isLast: boolean): string {
  const whole = decodedWhole(part).replaceAll(ampersand, '&');
  const pairs = unquoted((isLast ? withoutClosing(whole) : whole).split('&'));
  return (isLast ? [...pairs.slice(0, -1), withoutDecoded(pairs.at(-1)!)] : pairs).join('&');
}

/** Encoded as a whole, it has no sign between a key and its value. */
function decodedWhole(part: string): string {
  let text = part;
  for (let i = 0; i < layers && !text.includes('=') && /%(?:25)*3d/i.test(text); i++) {
    try {
      text = decodeURIComponent(text);
    } catch {
      return text;
    }
  }
  return text;
}

/** Mail in quoted-printable writes `=3D` for each `=`. */
const unquoted = (pairs: readonly string[]): readonly string[] =>
  pairs.every((pair) => pair.includes('=3D')) ? pairs.map((pair) => pair.replace('=3D', '=')) : pairs;

/** A bracket that the link opens itself is its own. */
function withoutClosing(text: string): string {
  let end = text.length;
  while (end > 0 && closing.test(text[end - 1]!) && !(text[end - 1] === ')' && text.lastIndexOf('(', end - 1) >= 0))
    end--;
  return text.slice(0, end);
}

/** The same of marks that were encoded; names of classes and lines of a talk may end so, and say it by an escape. */
function withoutDecoded(pair: string): string {
  const at = pair.indexOf('=') + 1;
  if (at === 0 || /^(?:classes|talk)=/.test(pair)) return pair;
  try {
    const value = decodeURIComponent(pair.slice(at));
    const bare = value.replace(closingDecoded, '');
    return bare === value ? pair : pair.slice(0, at) + encodeURIComponent(bare);
  } catch {
    return pair;
  }
}
