import { useRef } from 'react';
import { openRunFile } from '../../share/open-run-file';
import { useApp } from '../../store/use-app';
import { useStrings } from '../../store/words';

/** Opens a run that was saved as a file: what dropping it on the page does, for keyboards and phones. */
export function OpenRunButton({ onOpen }: { onOpen?(): void }) {
  const app = useApp();
  const words = useStrings().saving.open;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="secondary" onClick={() => input.current?.click()}>
        {words.button}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={words.input}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file can be chosen again.
          target.value = '';
          if (!file) return;
          onOpen?.();
          void openRunFile(app, file);
        }}
      />
    </>
  );
}
