import { parse } from '../../strings/markup';

/** Between two sentences of either language; numbers have no space behind their point, and marks no full stop. */
const between = /(?<=[.?!])\s+|(?<=[。？！])\s*(?=\S)/;

/** The one sentence of several that a slide has room for: the first with a measured number, else the first. With its marks. */
export function oneSentence(text: string): string {
  const sentences = text.split(between);
  return sentences.find((sentence) => parse(sentence).some(({ kind }) => kind === 'role')) ?? sentences[0]!;
}
