import { useApp, useAppState } from '../store/use-app';
import { useWords } from '../store/words';
import { useDark } from '../ui/use-dark';

/** Switches between light and dark, and from the projector's theme back to light; the system's choice holds until it is used. */
export function ThemeButton() {
  const app = useApp();
  const theme = useAppState((state) => state.experiment.theme);
  const dark = useDark(theme);
  const next = dark || theme === 'projector' ? 'light' : 'dark';
  const name = useWords().page.theme[next];
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={name}
      title={name}
      onClick={() => app.change({ theme: next })}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.500" fill="none" stroke="currentColor" strokeWidth="1.500" />
        <path d="M8 1.500a6.500 6.500 0 0 1 0 13z" fill="currentColor" />
      </svg>
    </button>
  );
}
