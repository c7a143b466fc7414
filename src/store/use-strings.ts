import { chooseLanguage } from '../strings/choose';
import { en, type Strings } from '../strings/en';
import type { Experiment } from '../experiment/parameters';
import { useAppState } from './use-app';

type Language = Exclude<Experiment['lang'], 'auto'>;

/** A language is a file in src/strings and a value of the parameter `lang`; one without the other does not compile. */
const catalogues: Readonly<Record<Language, Strings>> = { en };
const languages = Object.keys(catalogues) as Language[];

/** The page's words in the visitor's language. */
export function useStrings(): Strings {
  return catalogues[useAppState(({ experiment }) => chooseLanguage(experiment.lang, navigator.languages, languages, 'en'))];
}
