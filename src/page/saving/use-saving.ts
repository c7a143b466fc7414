import { useCallback, useState } from 'react';
import { problemOf, type Problem } from '../../problems/problem';
import { saveFile } from '../../share/save-file';

export interface Saving {
  /** Name of what is being made. */
  readonly busy: string | null;
  /** Which file was saved last, or why none was. */
  readonly said: { readonly saved: string } | { readonly problem: Problem } | null;
  /** Makes a file and hands it to the browser. */
  save(name: string, make: () => Promise<Blob> | Blob): void;
}

/** One file at a time, and how it went. */
export function useSaving(): Saving {
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState<Saving['said']>(null);
  const save = useCallback(async (name: string, make: () => Promise<Blob> | Blob) => {
    setBusy(name);
    setSaid(null);
    try {
      saveFile(name, await make());
      setSaid({ saved: name });
    } catch (error) {
      setSaid({ problem: problemOf(error) });
    }
    setBusy(null);
  }, []);
  return { busy, said, save: (name, make) => void save(name, make) };
}
