import { useMemo } from 'react';
import { setBreadth } from '../charts/kit/text-width';
import { darkTheme, lightTheme, paperTheme, projectorTheme, themeAt, type ChartTheme } from '../charts/kit/theme';
import { useBreadth } from './use-breadth';
import { useDark, useForcedColours } from './use-dark';
import { useAppState } from '../store/use-app';
import { useMagnification } from './use-magnification';
import { usePaper } from './use-paper';

/** The charts' looks under the page's theme, as large as the page's type. */
export function useChartTheme(): ChartTheme {
  const theme = useAppState((state) => state.experiment.theme);
  const dark = useDark(theme);
  const projector = !useForcedColours() && theme === 'projector';
  const paper = usePaper();
  const magnification = useMagnification();
  const breadth = useBreadth();
  return useMemo(() => {
    setBreadth(breadth);
    // Another object each time, under which all is drawn again.
    return {
      ...themeAt(paper ? paperTheme : projector ? projectorTheme : dark ? darkTheme : lightTheme, magnification),
    };
  }, [paper, projector, dark, magnification, breadth]);
}
