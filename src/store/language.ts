import { chooseLanguage } from '../strings/languages';
import { onParts } from '../loading/part';
import { loadFirst, wholeWords } from '../strings/load';
import type { App } from './app';

/**
 * Shows the page in the language that its link asks for, or the browser. A language is taken up once its words are
 * there, so that a page never stands without any; where they cannot be had, the one before stays.
 * @returns once the page can be shown.
 */
export async function followLanguage(
  { store, speak }: Pick<App, 'store' | 'speak'>,
  preferred: () => readonly string[],
): Promise<void> {
  const wanted = () => chooseLanguage(store.getState().experiment.lang, preferred());
  const follow = async () => {
    const language = wanted();
    if (language === store.getState().language) return;
    try {
      await Promise.all([loadFirst(language), wholeWords(language)]);
    } catch {
      return;
    }
    if (language === wanted()) speak(language);
  };
  const language = wanted();
  await loadFirst(language).then(
    () => speak(language),
    () => undefined,
  );
  // Soon needed, and no reason to wait.
  wholeWords(store.getState().language).catch(() => undefined);
  onParts((what) => what === 'again' && void follow());
  store.subscribe(({ experiment }, before) => {
    if (experiment.lang !== before.experiment.lang) void follow();
  });
}
