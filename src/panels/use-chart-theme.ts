import { darkTheme, lightTheme, type ChartTheme } from '../charts/theme';
import { useDark } from '../controls/use-dark';
import { useAppState } from '../store/use-app';

/** The charts' colours under the page's theme. */
export function useChartTheme(): ChartTheme {
  return useDark(useAppState((state) => state.experiment.theme)) ? darkTheme : lightTheme;
}
