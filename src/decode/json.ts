import type { JsonFault } from '../problems/values';

/** Parses JSON that is nested `deepest` deep at most. Reads the text twice at most, whatever it holds; never throws. */
export function parseJson(
  text: string,
  deepest: number,
): { readonly value: unknown; readonly fault?: undefined } | { readonly fault: JsonFault } {
  if (isDeeper(text, deepest)) return { fault: { kind: 'too-deep', most: deepest } };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { fault: { kind: 'not-json' } };
  }
}

/** Whether brackets are nested deeper outside of strings; looked at first, as a parser may give up on it in its own way. */
function isDeeper(text: string, deepest: number): boolean {
  let open = 0,
    quoted = false;
  // Character by character: a pattern for strings starts anew at every quote that is never closed.
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (quoted) {
      if (character === '\\') i++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '[' || character === '{') {
      if (++open > deepest) return true;
    } else if (character === ']' || character === '}') open--;
  }
  return false;
}
