import { useApp, useAppState } from '../store/use-app';
import { useWords } from '../store/words';
import { useDark } from '../ui/use-dark';

/** Lead to the themes that the page does not have now; the system's choice holds until one is used. */
export function ThemeButtons() {
  const app = useApp();
  const theme = useAppState((state) => state.experiment.theme);
  const words = useWords().page.theme;
  const shown = useDark(theme) ? 'dark' : theme === 'projector' ? 'projector' : 'light';
  return (['light', 'dark', 'projector'] as const)
    .filter((other) => other !== shown)
    .map((other) => (
      <button key={other} type="button" className="quiet" onClick={() => app.change({ theme: other })}>
        {words[other]}
      </button>
    ));
}
