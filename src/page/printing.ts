import { flushSync } from 'react-dom';
import { remeasure } from '../ui/use-magnification';
import { setPaper } from '../ui/use-paper';

/**
 * Lays the page out as wide as paper before it is printed (src/page/print.css) and has every figure drawn again for it, also
 * those that rest off the screen. All of it at once: a printing browser waits for nothing.
 */
export function followPrinting(): () => void {
  const root = document.documentElement,
    print = matchMedia('print');
  let place: number | null = null;
  const begin = () => {
    if (place !== null) return;
    place = window.scrollY;
    root.dataset['paper'] = '';
    flushSync(() => {
      remeasure();
      setPaper(true);
    });
  };
  const end = () => {
    if (place === null) return;
    delete root.dataset['paper'];
    flushSync(() => {
      remeasure();
      setPaper(false);
    });
    window.scrollTo(0, place);
    place = null;
  };
  const look = () => (print.matches ? begin() : end());
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  print.addEventListener('change', look);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
    print.removeEventListener('change', look);
  };
}
