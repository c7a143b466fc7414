import { useId, useRef, useState } from 'react';
import { useStrings } from '../store/words';

/** Text to take along: selected when it is touched, copied by a button, which says so. */
export function CopyField({ label, text, rows = 1 }: { label: string; text: string; rows?: number }) {
  const words = useStrings().copying;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      // Frames and old browsers may not write: the text is selected for the keys that do.
      field.current?.select();
      setCopied(null);
    }
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
      <span className="visually-hidden" role="status">
        {copied === text ? words.said(label) : ''}
      </span>
    </div>
  );
}
