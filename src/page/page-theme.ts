import { useEffect } from 'react';
import { useAppState } from '../store/use-app';

/** Puts the chosen theme on the root element, where the style sheet reads it; `auto` leaves it to the system. */
export function usePageTheme(): void {
  const theme = useAppState((state) => state.experiment.theme);
  useEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
