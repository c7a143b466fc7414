import type { Experiment } from '../experiment/parameters';

/** The languages that there is a catalogue for. */
export type Language = Exclude<Experiment['lang'], 'auto'>;

/** How each is named in HTML, and in itself; and which of a browser's tags, in lower case, ask for it. */
export const languages: Readonly<
  Record<Language, { readonly tag: string; readonly name: string; readonly asked: RegExp }>
> = {
  en: { tag: 'en', name: 'English', asked: /^en\b/ },
  // Not where traditional characters are read, unless simplified ones are named.
  zh: { tag: 'zh-CN', name: '中文', asked: /^zh\b(?:-hans\b|(?!-(?:hant|tw|hk|mo)\b))/ },
};

/**
 * The language to show: the one asked for, or the first of the browser's that there is a catalogue for, or English.
 * @param preferred as in `navigator.languages`.
 */
export function chooseLanguage(wanted: Experiment['lang'], preferred: readonly string[]): Language {
  if (wanted !== 'auto') return wanted;
  const known = Object.keys(languages) as Language[];
  for (const tag of preferred) {
    const language = known.find((one) => languages[one].asked.test(tag.toLowerCase()));
    if (language) return language;
  }
  return 'en';
}
