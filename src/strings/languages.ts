import type { Experiment } from '../experiment/parameters';

/** The languages that there is a catalogue for. */
export type Language = Exclude<Experiment['lang'], 'auto'>;

/** How each is named in HTML, and in itself. */
export const languages: Readonly<Record<Language, { readonly tag: string; readonly name: string }>> = {
  en: { tag: 'en', name: 'English' },
};

/**
 * The language to show: the one asked for, or the first of the browser's that there is a catalogue for, or English.
 * @param preferred as in `navigator.languages`.
 */
export function chooseLanguage(wanted: Experiment['lang'], preferred: readonly string[]): Language {
  if (wanted !== 'auto') return wanted;
  for (const tag of preferred) {
    const language = tag.toLowerCase().split('-')[0]!;
    if (Object.hasOwn(languages, language)) return language as Language;
  }
  return 'en';
}
