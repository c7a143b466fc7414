import { use } from 'react';
import type { FirstStrings } from '../strings/en/first';
import type { Strings } from '../strings/en';
import { firstWords, knownWords, wholeWords } from '../strings/load';
import { useAppState } from './use-app';

/** The words that the first figure needs, in the visitor's language. */
export function useWords(): FirstStrings {
  return firstWords(useAppState(({ language }) => language));
}

/** The whole catalogue in the visitor's language, for parts that come after the first figure: waits for it. */
export function useStrings(): Strings {
  return use(wholeWords(useAppState(({ language }) => language)));
}

/** The whole catalogue where it has been fetched, else null: for words beside the first figure, which wait for nothing. */
export function useKnownStrings(): Strings | null {
  return knownWords(useAppState(({ language }) => language));
}
