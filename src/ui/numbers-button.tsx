import { useState } from 'react';
import type { ChartTable } from '../charts/kit/table';
import { useWords } from '../store/words';
import type { Strings } from '../strings/en';
import { Late } from './late';
import { late } from './late-part';

/** Apart, so that the first figure does not wait for it. */
const NumbersDialog = late(() => import('./numbers-dialog'));

/** What can be read as numbers: a chart, or a picture. */
export interface Numbered {
  readonly name: string;
  /** A sentence that says what can be seen. */
  readonly description: string;
  table(words: Strings['tables']): ChartTable;
}

/** Opens a figure's numbers as they are now: reading them, nobody wants them to change. */
export function NumbersButton(numbers: Numbered) {
  const label = useWords().page.numbers(numbers.name);
  const [shown, setShown] = useState<Numbered | null>(null);
  return (
    <>
      <button
        type="button"
        className="quiet numbers-button"
        aria-haspopup="dialog"
        aria-label={label}
        title={label}
        onClick={() => setShown(numbers)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 3h12v10H2zM2 6.500h12M6.500 3v10" />
        </svg>
      </button>
      {shown && (
        <Late>
          <NumbersDialog numbers={shown} onClose={() => setShown(null)} />
        </Late>
      )}
    </>
  );
}
