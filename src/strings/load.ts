import { first as english, type FirstStrings } from './en/first';
import type { Strings } from './en';
import type { Language } from './languages';

/**
 * A catalogue comes in two parts: the first words, which the first figure waits for, and the whole, which it does not.
 * English first words travel with the page, as the last resort of every language.
 */
const files: Readonly<Record<Language, { first(): Promise<FirstStrings>; whole(): Promise<Strings> }>> = {
  en: { first: () => Promise.resolve(english), whole: () => import('./en').then(({ en }) => en) },
  zh: {
    first: () => import('./zh/first').then(({ first: words }) => words),
    whole: () => import('./zh').then(({ zh }) => zh),
  },
};

const first = new Map<Language, FirstStrings>([['en', english]]);
const whole = new Map<Language, Promise<Strings>>(),
  known = new Map<Language, Strings>();

/** Fetches the first words of a language. Rejects where its file cannot be had. */
export async function loadFirst(language: Language): Promise<void> {
  if (!first.has(language)) first.set(language, await files[language].first());
}

/** The first words of a language that `loadFirst` has fetched. */
export const firstWords = (language: Language): FirstStrings => first.get(language) ?? english;

/** The whole catalogue of a language: the same promise each time; fetched again only where that failed. */
export function wholeWords(language: Language): Promise<Strings> {
  const asked = whole.get(language);
  if (asked) return asked;
  const loading = files[language].whole();
  whole.set(language, loading);
  // As React marks promises that it has waited for: who asks once the words are there gets them at once.
  loading.then(
    (value) => {
      known.set(language, value);
      Object.assign(loading, { status: 'fulfilled', value });
    },
    () => whole.delete(language),
  );
  return loading;
}

/** The whole catalogue where it has been fetched, else null. */
export const knownWords = (language: Language): Strings | null => known.get(language) ?? null;
