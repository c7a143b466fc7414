import { useEffect } from 'react';
import { useAppState } from '../store/use-app';
import { useWords } from '../store/words';
import { languages } from '../strings/languages';

/** Puts language and title on the page. */
export function usePageLanguage(): void {
  const language = useAppState((state) => state.language);
  const { title } = useWords();
  useEffect(() => {
    document.documentElement.lang = languages[language].tag;
    document.title = title;
  }, [language, title]);
}
