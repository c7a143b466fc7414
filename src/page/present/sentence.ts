import { parse } from '../../strings/markup';

/** Between two sentences of either language; numbers have no space behind their point, and marks no full stop. */
const between = /(?<=[.?!])\s+|(?<=[。？！])\s*(?=\S)/;

/** Letters of Chinese and Japanese, which are as wide as two of others. */
const wide = /[\u2e80-\uffff]/g;
/** Letters that a slide has room for in its largest type. */
const room = 140;

export const isLong = (line: string) => line.length + (line.match(wide)?.length ?? 0) > room;

/** The one sentence of several that a slide has room for: the first with a measured number, else the first. With its marks. */
export function oneSentence(text: string): string {
  const sentences = text.split(between);
  return sentences.find((sentence) => parse(sentence).some(({ kind }) => kind === 'role')) ?? sentences[0]!;
}
