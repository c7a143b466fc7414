import { useSyncExternalStore } from 'react';
import { usePaper } from './use-paper';

/** Pixels of a picture to a CSS pixel on paper. */
const paperRatio = 3;

const onScreen = () => window.devicePixelRatio;

/** A window that is moved to another screen has no other size, and says nothing but this. */
function listen(changed: () => void): () => void {
  let screen: MediaQueryList;
  const watch = () => {
    screen = matchMedia(`(resolution: ${onScreen()}dppx)`);
    screen.addEventListener('change', again, { once: true });
  };
  const again = () => {
    watch();
    changed();
  };
  watch();
  return () => screen.removeEventListener('change', again);
}

/** Pixels to a CSS pixel where a picture is shown: the screen's, or paper's while the page is being printed. */
export function usePixelRatio(): number {
  const screen = useSyncExternalStore(listen, onScreen, onScreen);
  return usePaper() ? paperRatio : screen;
}
