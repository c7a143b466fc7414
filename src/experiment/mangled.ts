/**
 * What mailers, messengers and chats make of a link on its way, undone before it is read. Nothing of it touches a link that
 * arrived as `encodeLink` wrote it.
 */

/** Stand after an address in prose and are taken for its end; no value of a link ends in one (class names escape theirs). */
const closing = /[)\]}>.,:!?'"*_`;\s]$/;
const closingDecoded = /[)\]}>.,:!?'"*_`;\s。，、．：；！？）】」』》〉”’…]+$/u;
/** `&` as HTML writes it, once or several times over. */
const ampersand = /&(?:amp(?:;|%3b)|#38;|#x26;)(?:amp(?:;|%3b))*/gi;
/** Layers of percent-encoding around the whole, at most. */
const layers = 3;

/**
 * The pairs of a link's query or hash, decoded.
 * @param isLast whether nothing of the link follows, so that marks behind it are not its own.
 */
export function pairsIn(part: string, isLast: boolean): [key: string, value: string][] {
  const whole = decodedWhole(part).replaceAll(ampersand, '&');
  const pairs = unquoted((isLast ? withoutClosing(whole) : whole).split('&'))
    .flatMap((pair) => [...new URLSearchParams(pair)])
    .filter(([key]) => key !== '');
  const last = pairs.at(-1);
  // Names of classes may end so, and say it by an escape.
  if (isLast && last && last[0] !== 'classes') last[1] = last[1].replace(closingDecoded, '');
  return pairs;
}

/** The query and the hash of a link; bare pairs are a hash. A line that was wrapped is one, as addresses have no white space. */
export function partsOf(link: string): { readonly query: string; readonly hash: string } {
  const line = link.replaceAll(/[\r\n\t]+ */g, '').trim();
  const hashAt = line.indexOf('#');
  const before = hashAt < 0 ? line : line.slice(0, hashAt);
  // Who adds to a query without a look puts one behind the hash.
  const [hash = '', ...behind] = hashAt < 0 ? [] : line.slice(hashAt + 1).split('?');
  const queryAt = before.indexOf('?');
  const isBare = hashAt < 0 && queryAt < 0 && !/^[a-z]+:\/\//i.test(before) && !before.includes('/');
  const query = queryAt < 0 ? [] : [before.slice(queryAt + 1)];
  return { query: [...query, ...behind].join('&'), hash: isBare ? before : hash };
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
