import { first as english, type FirstStrings } from './en/first';
import type { Strings } from './en';
import { part, type Part } from '../loading/part';
import type { Language } from './languages';

/**
 * A catalogue comes in two parts: the first words, which the first figure waits for, and the whole, which it does not.
 * English first words travel with the page, as the last resort of every language. That one is missing is said by the page: whoever
 * changes the language would be shown the one before without a word.
 */
const files: Readonly<Record<Language, { first: Part<FirstStrings>; whole: Part<Strings> }>> = {
  en: { first: () => Promise.resolve(english), whole: part(() => import('./en'), { pick: ({ en }) => en }) },
  zh: {
    first: part(() => import('./zh/first'), { pick: ({ first: words }) => words }),
    whole: part(() => import('./zh'), { pick: ({ zh }) => zh }),
  },
};

const first = new Map<Language, FirstStrings>([['en', english]]);
const known = new Map<Language, Strings>();

/** Fetches the first words of a language. Rejects where its file cannot be had. */
export async function loadFirst(language: Language): Promise<void> {
  if (!first.has(language)) first.set(language, await files[language].first());
}

/** The first words of a language that `loadFirst` has fetched. */
export const firstWords = (language: Language): FirstStrings => first.get(language) ?? english;

/** The whole catalogue of a language: the same promise each time. */
export function wholeWords(language: Language): Promise<Strings> {
  const loading = files[language].whole();
  if (!known.has(language)) loading.then((words) => known.set(language, words)).catch(() => undefined);
  return loading;
}

/** The whole catalogue where it has been fetched, else null. */
export const knownWords = (language: Language): Strings | null => known.get(language) ?? null;
