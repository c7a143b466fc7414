import { useApp, useAppState } from '../store/use-app';
import { languages, type Language } from '../strings/languages';

const all = Object.keys(languages) as Language[];

/** Leads to the next language, named in that language; the browser's choice holds until it is used. */
export function LanguageButton() {
  const app = useApp();
  const shown = useAppState((state) => state.language);
  const next = all[(all.indexOf(shown) + 1) % all.length]!;
  return (
    <button type="button" className="quiet" lang={languages[next].tag} onClick={() => app.change({ lang: next })}>
      {languages[next].name}
    </button>
  );
}
