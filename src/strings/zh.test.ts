import { describe, expect, it } from 'vitest';
import { parameterKeys, parameters } from '../experiment/parameters';
import { en, type Strings } from './en';
import { parse, plain } from './markup';
import { said, written } from './testing';
import { zh } from './zh';

/** In English the words of a parameter stand in its table, beside what is no words. */
const table = Object.fromEntries(
  parameterKeys.map((key) => {
    const { label, unit, ...rest } = parameters[key];
    return [key, { label, unit, ...(rest.kind === 'choice' ? { values: rest.values } : {}) }];
  }),
) as Strings['parameters'];

/** What every part of a catalogue says, by its place: plain strings, and what functions make of the same facts. */
const sentences = (words: Strings) => [
  ...[...written(words)]
    .map(([place, sentence]) => ({ place, sentence, facts: [] as readonly unknown[] }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1)),
  ...[...said(words)].flatMap(([place, sayings]) => sayings.map((saying) => ({ place, ...saying }))),
];
const english = sentences({ ...en, parameters: table });
const chinese = sentences(zh);
const pairs = chinese.map((one, i) => ({ ...one, english: english[i]!.sentence, at: `${one.place}: ${one.sentence}` }));
const found = (wrong: readonly { readonly at: string }[]) => [...new Set(wrong.map(({ at }) => at))];

/** A catalogue without its words: what has to be the same in every language. */
function shape(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(shape);
  return typeof part === 'object' && part !== null
    ? Object.fromEntries(Object.entries(part).map(([key, below]) => [key, shape(below)]))
    : typeof part;
}

const isChinese = (text: string) => /\p{Script=Han}/u.test(text);
/** Names, formats and symbols that Chinese has no words of its own for. */
const names = new Set(
  `
  PDF TikZ LaTeX GIF WebM MP TeX pdflatex
  CNN MNIST ReLU Huber WebGL GPU CPU WebAssembly TypeScript JavaScript SIMD SNR SNRq JSON NPZ NPY NumPy CSV SVG PNG HTML MB Transformer Adam Marchenko Pastur
  logistic arXiv BibTeX Zhang Gao Zou Cao Chen Belkin Gu LeCun Cortes Burges English tour Fashion Xiao Rasul Vollgraf kappa format version exp ms nP Pd SHA ZIP IDX CIFAR Fortran numpy ascontiguousarray ship horse
`.split(/\s+/),
);
/** Where English stays: what is quoted of the paper, paths, and what is typed. */
const quoted =
  /Gradient Descent Robustly Learns the Intrinsic Dimension of Data in Training Convolutional Neural Networks|src\/[\w/.-]+|from:to:levels|\w+\.py|`[^`]*`/g;

/** Words of two letters and more that are neither Chinese nor names, nor part of the facts. */
function foreign(text: string, facts: readonly unknown[]): string[] {
  const given = JSON.stringify(facts);
  return (
    plain(text)
      .replaceAll(quoted, '')
      .match(/[A-Za-z]{2,}/g) ?? []
  ).filter((word) => !names.has(word) && !given.includes(word));
}

const misspaced = new RegExp(
  [
    // Narrow punctuation beside Chinese.
    '\\p{Script=Han}[,;:!?.]',
    '[,;:!?]\\p{Script=Han}',
    // No space between Chinese and other script, or one too much.
    '\\p{Script=Han}[\\p{Script=Latin}\\p{Script=Greek}\\d]',
    '[\\p{Script=Latin}\\p{Script=Greek}\\d%*²₀₁]\\p{Script=Han}',
    '  ',
    ' [，。；：？！、（）“”]',
    '[，。；：？！、（）“”] ',
    '\\p{Script=Han} \\p{Script=Han}',
  ].join('|'),
  'u',
);

const marks = (sentence: string) =>
  parse(sentence)
    .flatMap((piece) =>
      piece.kind === 'text' || piece.kind === 'variable'
        ? []
        : ['name' in piece ? `${piece.kind}:${piece.name}` : piece.kind],
    )
    .toSorted()
    .join(' ');
const numbers = (sentence: string): string[] => plain(sentence).match(/\d+(?:[.,]\d+)*(?!-D)/g) ?? [];

describe('the Chinese catalogue', () => {
  it('has the shape of the English one', () => {
    expect(shape(zh)).toEqual(shape({ ...en, parameters: table }));
    expect(chinese.map(({ place }) => place)).toEqual(english.map(({ place }) => place));
  });

  it('leaves no words in English, but for the paper’s own', () => {
    expect(
      found(pairs.filter(({ sentence, facts }) => foreign(sentence, facts).length > 0)).map((at) => at.split(':')[0]),
    ).toEqual(['colophon.bibtex', 'paper.href']);
  });

  it('is Chinese wherever English has words', () => {
    expect(
      found(
        pairs.filter(
          (one) =>
            !isChinese(one.sentence) &&
            /\p{L}{2}/u.test(plain(one.sentence)) &&
            foreign(one.english, one.facts).length > 0 &&
            one.sentence !== one.english,
        ),
      ),
    ).toEqual([]);
  });

  it('marks the same terms, symbols, numbers and ways in every sentence', () => {
    expect(found(pairs.filter((one) => marks(one.sentence) !== marks(one.english)))).toEqual([]);
  });

  it('says every number that English says', () => {
    expect(
      found(pairs.filter((one) => numbers(one.english).some((number) => !numbers(one.sentence).includes(number)))),
    ).toEqual([]);
  });

  it('is silent where English is, and only there', () => {
    expect(found(pairs.filter((one) => (one.sentence.trim() === '') !== (one.english.trim() === '')))).toEqual([]);
  });

  it('is set as Chinese is: wide punctuation, a space between Chinese and other script', () => {
    expect(found(pairs.filter(({ sentence }) => isChinese(sentence) && misspaced.test(plain(sentence))))).toEqual([]);
  });
});
