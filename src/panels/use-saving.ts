import { useCallback, useState } from 'react';
import { saveFile } from '../share/save-file';

export interface Saving {
  /** Name of what is being made. */
  readonly busy: string | null;
  /** What to say: which file was saved, or why none was. */
  readonly said: { readonly text: string; readonly failed: boolean } | null;
  /** Makes a file and hands it to the browser. */
  save(name: string, make: () => Promise<Blob> | Blob): void;
}

/** One file at a time, with words for how it went. */
export function useSaving(): Saving {
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState<Saving['said']>(null);
  const save = useCallback(async (name: string, make: () => Promise<Blob> | Blob) => {
    setBusy(name);
    setSaid(null);
    try {
      saveFile(name, await make());
      setSaid({ text: `Saved ${name}`, failed: false });
    } catch (error) {
      setSaid({ text: error instanceof Error ? error.message : String(error), failed: true });
    }
    setBusy(null);
  }, []);
  return { busy, said, save: (name, make) => void save(name, make) };
}
