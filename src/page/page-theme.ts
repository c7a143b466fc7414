import { useEffect, useLayoutEffect } from 'react';
import { useAppState } from '../store/use-app';
import { useWords } from '../store/words';
import { languages } from '../strings/languages';

/** Puts the chosen theme and ground on the root element, where the style sheet reads them, and language and title on the page; `auto` leaves the theme to the system. */
export function usePageTheme(): void {
  const theme = useAppState((state) => state.experiment.theme);
  // Before the first paint: a theme has its own size of type.
  useLayoutEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  const language = useAppState((state) => state.language);
  const { title } = useWords();
  useEffect(() => {
    document.documentElement.lang = languages[language].tag;
    document.title = title;
  }, [language, title]);
  const ground = useAppState((state) => (state.experiment.embed ? state.experiment.ground : 'page'));
  useEffect(() => {
    document.documentElement.dataset['ground'] = ground;
  }, [ground]);
}
