import { useSyncExternalStore } from 'react';
import type { Experiment } from '../experiment/parameters';

const query = () => matchMedia('(prefers-color-scheme: dark)');
const subscribe = (changed: () => void) => {
  const media = query();
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
};

/** Whether a theme choice means dark here and now; `auto` follows the system. */
export function useDark(theme: Experiment['theme']): boolean {
  const system = useSyncExternalStore(subscribe, () => query().matches);
  return theme === 'auto' ? system : theme === 'dark';
}
