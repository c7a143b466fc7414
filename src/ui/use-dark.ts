import { useSyncExternalStore } from 'react';
import type { Experiment } from '../experiment/parameters';

/** A media query as a store. Parsed once: every chart asks with every frame. */
function mediaStore(query: string) {
  let media: MediaQueryList | null = null;
  const list = () => (media ??= matchMedia(query));
  return {
    listen: (changed: () => void) => {
      list().addEventListener('change', changed);
      return () => list().removeEventListener('change', changed);
    },
    holds: () => list().matches,
  };
}

const forcedColours = mediaStore('(forced-colors: active)'),
  systemDark = mediaStore('(prefers-color-scheme: dark)');

/** Of what holds where there is no page. */
const nowhere = () => false;

/** Whether the system forces colours of its own on pages: no theme has a say then. */
export const useForcedColours = () => useSyncExternalStore(forcedColours.listen, forcedColours.holds, nowhere);

/** Whether a theme choice means dark here and now; `auto`, and any theme under forced colours, follows the system. */
export function useDark(theme: Experiment['theme']): boolean {
  const system = useSyncExternalStore(systemDark.listen, systemDark.holds, nowhere),
    forced = useForcedColours();
  return theme === 'auto' || forced ? system : theme === 'dark';
}
