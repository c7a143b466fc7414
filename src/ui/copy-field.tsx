import { useId, useRef, useState } from 'react';
import { useStrings } from '../store/words';

/** Text to take along: selected when it is touched, copied by a button, which says so. */
export function CopyField({ label, text, rows = 1 }: { label: string; text: string; rows?: number }) {
  const words = useStrings().copying;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<string | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Over plain http there is no clipboard, and frames may not write to it: what is selected may be copied all the same.
      field.current?.select();
      // oxlint-disable-next-line no-deprecated -- the only way there
      if (!document.execCommand?.('copy')) {
        setCopied(null);
        return setSelected(text);
      }
    }
    setSelected(null);
    setCopied(text);
  };
  return (
    <div className="copy-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        readOnly
        rows={rows}
        value={text}
        spellCheck={false}
        onFocus={({ target }) => target.select()}
      />
      <button type="button" className="secondary" onClick={() => void copy()}>
        {copied === text ? words.copied : words.copy}
      </button>
      <span className={selected === text ? 'note' : 'visually-hidden'} role="status">
        {copied === text ? words.said(label) : selected === text ? words.selected : ''}
      </span>
    </div>
  );
}
