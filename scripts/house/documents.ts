/** What documents may speak of. */
export interface Code {
  /** Paths of all files, from the root of the repository, with slashes. */
  readonly files: readonly string[];
  /** Every word that occurs in a source. */
  readonly words: ReadonlySet<string>;
}

const path = /^[\w.<>*{},@/-]*(?:\/|\.(?:tsx?|mjs|js|css|md|json|py|html|yml))$/;
/** As of a function, a type or a parameter; shorter ones would be found anywhere. */
const name = /^[A-Za-z]\w{3,}(?=(?:\(\))?$)/;

/**
 * Files and names that a document speaks of in `code` and that are not there, in words. A path may leave out folders at its
 * beginning; `<name>` and `*` in it stand for anything but a slash, `{a,b}` for several paths.
 */
export function documentFaults(document: string, text: string, { files, words }: Code): string[] {
  // Folders, too, with a slash at their end.
  const known = [...new Set(files.flatMap((file) => [file, ...foldersOf(file)]))];
  const prose = text.replaceAll(/^```[^]*?^```/gm, '');
  const spans = [...new Set([...prose.matchAll(/`([^`\n]+)`/g)].map(([, span]) => span!))];
  return spans.flatMap((span) => {
    if (path.test(span)) {
      const missing = alternatives(span).filter((one) => !known.some((there) => patternOf(one).test(there)));
      return missing.map((one) => `${document} names ${one}, which is not there`);
    }
    const word = name.exec(span)?.[0];
    return word && !words.has(word) ? [`${document} names ${word}, which occurs in no source`] : [];
  });
}

/** Every word of a source. */
export function wordsOf(text: string): string[] {
  return text.match(/[A-Za-z]\w{3,}/g) ?? [];
}

function foldersOf(file: string): string[] {
  return [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index + 1));
}

/** `a/{b,c}.ts` as a/b.ts and a/c.ts. */
function alternatives(span: string): string[] {
  const braces = /\{([^}]*)\}/.exec(span);
  return braces ? braces[1]!.split(',').flatMap((one) => alternatives(span.replace(braces[0], one.trim()))) : [span];
}

function patternOf(span: string): RegExp {
  const literal = span.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?:^|/)${literal.replaceAll(/<[^>]*>|\\\*/g, '[^/]+')}$`);
}
