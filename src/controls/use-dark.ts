import { useSyncExternalStore } from 'react';
import type { Experiment } from '../experiment/parameters';

/** Whether a media query holds, kept up to date. */
function useMedia(query: string): boolean {
  return useSyncExternalStore((changed) => {
    const media = matchMedia(query);
    media.addEventListener('change', changed);
    return () => media.removeEventListener('change', changed);
  }, () => matchMedia(query).matches);
}

/** Whether the system forces colours of its own on pages: no theme has a say then. */
export const useForcedColours = () => useMedia('(forced-colors: active)');

/** Whether a theme choice means dark here and now; `auto`, and any theme under forced colours, follows the system. */
export function useDark(theme: Experiment['theme']): boolean {
  const system = useMedia('(prefers-color-scheme: dark)'), forced = useForcedColours();
  return theme === 'auto' || forced ? system : theme === 'dark';
}
