import type { ReactNode } from 'react';
import { useStrings } from '../store/words';
import { Marked } from '../ui/marked';
import type { Term as TermName } from '../strings/terms';
import { Tip } from './tip';

/** A word of the page with its definition: on hover, on focus, and for touch on a tap. */
export function Term({ name, children }: { name: TermName; children: ReactNode }) {
  const entry = useStrings().glossary[name];
  return (
    <Tip
      className="term"
      face={children}
      box={
        <>
          <b>{entry.name}</b> <Marked text={entry.text} />
        </>
      }
    />
  );
}
