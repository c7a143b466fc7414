import { useSyncExternalStore } from 'react';

/** Pixels of the root's font size where nothing magnifies the page. */
const usual = 16;

let current: number | null = null;
const listeners = new Set<() => void>();

/** Asks the page, which costs a layout, when its size of type may have changed. */
export function remeasure(): void {
  const next = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / usual || 1;
  if (next === current) return;
  current = next;
  listeners.forEach((changed) => changed());
}

function listen(changed: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('resize', remeasure);
    themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  }
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0) return;
    window.removeEventListener('resize', remeasure);
    themes.disconnect();
    current = null;
  };
}

const themes = new MutationObserver(remeasure);

/** How much larger than usual the page's type is: by its theme, on a large screen, or as the visitor's browser is set. Charts grow with it. */
export function useMagnification(): number {
  return useSyncExternalStore(listen, () => {
    if (current === null) remeasure();
    return current!;
  });
}
