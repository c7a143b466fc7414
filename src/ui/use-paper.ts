import { useSyncExternalStore } from 'react';

let onPaper = false;
const listeners = new Set<() => void>();

const listen = (changed: () => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

const isOnPaper = () => onPaper;

/** Says that the page is being printed, or that it is done. */
export function setPaper(on: boolean): void {
  if (on === onPaper) return;
  onPaper = on;
  listeners.forEach((changed) => changed());
}

/** Whether the page is being printed: charts are drawn for paper then, and nothing rests. */
export function usePaper(): boolean {
  return useSyncExternalStore(listen, isOnPaper, isOnPaper);
}
