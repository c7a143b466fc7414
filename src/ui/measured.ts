import { useSyncExternalStore } from 'react';

/**
 * A measurement of the page. To ask the browser costs a layout, so it is taken once and kept, and taken again when `watch`
 * says that it may be another. @param unmeasured what it is taken for where there is no page. @returns the hook, and what `watch` calls, for whoever else knows of a change.
 */
export function measured(
  unmeasured: number,
  read: () => number,
  watch: (look: () => void) => () => void,
): { use(): number; look(): void } {
  let current: number | null = null;
  let stop = () => {};
  const listeners = new Set<() => void>();
  const look = () => {
    const next = read();
    if (next === current) return;
    current = next;
    listeners.forEach((changed) => changed());
  };
  const listen = (changed: () => void) => {
    if (listeners.size === 0) stop = watch(look);
    listeners.add(changed);
    return () => {
      listeners.delete(changed);
      if (listeners.size > 0) return;
      stop();
      current = null;
    };
  };
  const value = () => {
    if (current === null) look();
    return current!;
  };
  return { use: () => useSyncExternalStore(listen, value, () => unmeasured), look };
}

/** Looks again when the window is resized. */
export function onResize(look: () => void): () => void {
  window.addEventListener('resize', look);
  return () => window.removeEventListener('resize', look);
}
