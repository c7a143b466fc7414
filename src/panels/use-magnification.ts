import { useSyncExternalStore } from 'react';

/** Pixels of the root's font size where nothing magnifies the page. */
const usual = 16;

let current: number | null = null;
const listeners = new Set<() => void>();

/** Asking the page for it costs a layout, so it is asked only when it may have changed. */
function measure(): void {
  const next = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / usual || 1;
  if (next === current) return;
  current = next;
  listeners.forEach((changed) => changed());
}

function listen(changed: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('resize', measure);
    themes.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-paper'] });
  }
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0) return;
    window.removeEventListener('resize', measure);
    themes.disconnect();
    current = null;
  };
}

const themes = new MutationObserver(measure);

/** How much larger than usual the page's type is: by its theme, on a large screen, or as the visitor's browser is set. Charts grow with it. */
export function useMagnification(): number {
  return useSyncExternalStore(listen, () => {
    if (current === null) measure();
    return current!;
  });
}
