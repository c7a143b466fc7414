import { useId, useRef, useState } from 'react';
import { useWords } from '../store/words';
import { useDismiss } from '../ui/use-dismiss';
import { LanguageButton } from './language-button';
import { ThemeButtons } from './theme-buttons';

/** What is seldom wanted: language, colours, paper. Closes by Escape, by a press beside it and by whatever is chosen. */
export function PageMenu() {
  const words = useWords().page;
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    opener.current!.focus();
  };
  useDismiss(open, menu, { beside: () => setOpen(false), escape: close });
  return (
    <div
      ref={menu}
      className="page-menu"
      // Where the focus goes to nothing, as where a button is pressed in Safari, it stays.
      onBlur={({ relatedTarget }) => relatedTarget && !menu.current!.contains(relatedTarget) && setOpen(false)}
    >
      <button
        ref={opener}
        type="button"
        className="secondary"
        aria-label={words.menu}
        title={words.menu}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 6.500h3v3H2zM6.500 6.500h3v3h-3zM11 6.500h3v3h-3z" />
        </svg>
      </button>
      {open && (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
        <div id={id} onClick={close}>
          <LanguageButton />
          <ThemeButtons />
          <button type="button" className="quiet" onClick={() => print()}>
            {words.print}
          </button>
        </div>
      )}
    </div>
  );
}
