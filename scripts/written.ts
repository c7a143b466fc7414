/**
 * A document with what stands between `<!-- name: npm run docs -->` and `<!-- /name -->` made anew.
 * @throws Error where the document has no such place.
 */
export function withWritten(document: string, name: string, text: string): string {
  const begin = `<!-- ${name}: npm run docs -->`,
    end = `<!-- /${name} -->`;
  const from = document.indexOf(begin),
    to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the document has no place for the ${name}: ${begin} … ${end}`);
  return `${document.slice(0, from)}${begin}\n\n${text}\n\n${document.slice(to)}`;
}
