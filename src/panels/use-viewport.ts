import { useSyncExternalStore } from 'react';

interface Viewport {
  readonly width: number;
  readonly height: number;
}

let current: Viewport | null = null;
const listeners = new Set<() => void>();

function measure(): void {
  const { clientWidth, clientHeight } = document.documentElement;
  if (current?.width === clientWidth && current.height === clientHeight) return;
  current = { width: clientWidth, height: clientHeight };
  listeners.forEach((changed) => changed());
}

function listen(changed: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('resize', measure);
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0) return;
    window.removeEventListener('resize', measure);
    current = null;
  };
}

/**
 * Width and height of what the window shows, in CSS pixels, without scroll bars; a phone's address bar that comes and goes
 * changes nothing. Measured once and when the window is resized: to ask the browser costs a layout.
 */
export function useViewport(): Viewport {
  return useSyncExternalStore(listen, () => {
    if (current === null) measure();
    return current!;
  });
}
