import { useCallback, useState } from 'react';
import { problemOf, type Problem } from '../../problems/problem';
import { saveFile } from '../../share/save-file';

export interface Saving {
  /** Name of what is being made. */
  readonly busy: string | null;
  /** Which file was saved last, or why none was. */
  readonly said: { readonly saved: string } | { readonly done: string } | { readonly problem: Problem } | null;
  /** Makes a file and hands it to the browser. */
  save(name: string, make: () => Promise<Blob> | Blob): void;
  /** Does something else that takes a while. @param act what is then said of it. */
  act(name: string, act: () => Promise<string>): void;
}

/** One file at a time, and how it went. */
export function useSaving(): Saving {
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState<Saving['said']>(null);
  const run = useCallback(async (name: string, make: () => Promise<NonNullable<Saving['said']>>) => {
    setBusy(name);
    setSaid(null);
    try {
      setSaid(await make());
    } catch (error) {
      setSaid({ problem: problemOf(error) });
    }
    setBusy(null);
  }, []);
  return {
    busy,
    said,
    save: (name, make) =>
      void run(name, async () => {
        saveFile(name, await make());
        return { saved: name };
      }),
    act: (name, act) => void run(name, async () => ({ done: await act() })),
  };
}
