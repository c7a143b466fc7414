import { useSyncExternalStore } from 'react';
import type { Experiment } from '../experiment/parameters';
import { mediaStore } from './media';

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
