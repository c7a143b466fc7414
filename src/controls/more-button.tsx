import { useWords } from '../store/words';

/** Opens and closes the rest of the table. */
export function MoreButton({ open, onToggle }: { open: boolean; onToggle(): void }) {
  const words = useWords().fields;
  return (
    <button type="button" className="more-button" aria-expanded={open} aria-controls="more" onClick={onToggle}>
      {words.more}
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d={open ? 'M2 8l4-4 4 4' : 'M2 4l4 4 4-4'} />
      </svg>
    </button>
  );
}
