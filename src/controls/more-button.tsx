import type { Ref } from 'react';
import { useWords } from '../store/words';

/** Opens and closes the rest of the table. */
export function MoreButton({ ref, open, onToggle }: { ref?: Ref<HTMLButtonElement>; open: boolean; onToggle(): void }) {
  const words = useWords().fields;
  return (
    <button ref={ref} type="button" className="quiet" aria-expanded={open} aria-controls="more" onClick={onToggle}>
      {words.more}
    </button>
  );
}
