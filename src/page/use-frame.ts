import { useSyncExternalStore } from 'react';

const listen = (changed: () => void) => {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
};

/** Width and height of the frame in CSS pixels. */
export function useFrame(): { width: number; height: number } {
  const width = useSyncExternalStore(listen, () => window.innerWidth);
  const height = useSyncExternalStore(listen, () => window.innerHeight);
  return { width, height };
}
