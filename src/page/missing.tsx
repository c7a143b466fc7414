import { useSyncExternalStore } from 'react';
import { missing, onParts, tryAgain } from '../loading/part';
import { useWords } from '../store/words';
import { ReloadButton } from '../ui/reload-button';

/** Says that something did not arrive of which nothing else on the page says so. In the first script: it must be there. */
export function Missing() {
  const words = useWords().page;
  if (useSyncExternalStore(onParts, missing) === 0) return null;
  return (
    <p className="outcome bad" role="alert">
      <span>{words.missing}</span>
      <button type="button" className="secondary" onClick={tryAgain}>
        {words.again}
      </button>
      <ReloadButton />
    </p>
  );
}
