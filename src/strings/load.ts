import { first as english, type FirstStrings } from './en/first';
import type { Strings } from './en';
import type { Language } from './languages';

/**
 * A catalogue comes in two parts: the first words, which the first figure waits for, and the whole, which it does not.
 * English first words travel with the page, as the last resort of every language.
 */
const files: Readonly<Record<Language, { first(): Promise<FirstStrings>; whole(): Promise<Strings> }>> = {
  en: { first: () => Promise.resolve(english), whole: () => import('./en').then(({ en }) => en) },
  zh: { first: () => import('./zh/first').then(({ first: words }) => words), whole: () => import('./zh').then(({ zh }) => zh) },
};

const first = new Map<Language, FirstStrings>([['en', english]]);
const whole = new Map<Language, Strings | Promise<Strings>>();

/** Fetches the first words of a language. Rejects where its file cannot be had. */
export async function loadFirst(language: Language): Promise<void> {
  if (!first.has(language)) first.set(language, await files[language].first());
}

/** The first words of a language that `loadFirst` has fetched. */
export const firstWords = (language: Language): FirstStrings => first.get(language) ?? english;

/** The whole catalogue of a language, at once where it is known already; fetched again only where that failed. */
export function wholeWords(language: Language): Strings | Promise<Strings> {
  const known = whole.get(language);
  if (known) return known;
  const loading = files[language].whole();
  whole.set(language, loading);
  loading.then((words) => whole.set(language, words), () => whole.delete(language));
  return loading;
}
