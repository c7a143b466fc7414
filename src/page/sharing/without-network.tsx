import { useEffect, useState } from 'react';
import { useStrings } from '../../store/words';

/** Beside the page, where its host offers it (docs/HOSTING.md). */
const singleFile = 'rank-under-noise.html';

/** What there is for places without a network: the page as this device keeps it, and as one file. Nothing in that file itself. */
export function WithoutNetwork() {
  const words = useStrings().sharing.offline;
  const kept = useAnswer(isKept);
  const offered = useAnswer(isOffered);
  if (!location.protocol.startsWith('http') || (kept === null && offered === null)) return null;
  return (
    <section className="without-network">
      <h3>{words.title}</h3>
      <p className="hint">{kept ? words.kept : words.notKept}</p>
      {offered && (
        <p className="hint">
          <a className="secondary" href={singleFile} download>
            {words.file}
          </a>{' '}
          {words.holds}
        </p>
      )}
    </section>
  );
}

/** Null as long as it is not known. */
function useAnswer(ask: () => Promise<boolean>): boolean | null {
  const [answer, setAnswer] = useState<boolean | null>(null);
  useEffect(() => {
    let wanted = true;
    void ask()
      .catch(() => false)
      .then((found) => wanted && setAnswer(found));
    return () => {
      wanted = false;
    };
  }, [ask]);
  return answer;
}

/** Whether a service worker would answer for this page (src/page/keep-offline.ts). */
async function isKept(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration(document.baseURI);
  return Boolean(registration?.active);
}

async function isOffered(): Promise<boolean> {
  const { ok } = await fetch(new URL(singleFile, document.baseURI), { method: 'HEAD' });
  return ok;
}
