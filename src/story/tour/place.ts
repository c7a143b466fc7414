import { scrollBehaviour } from '../../ui/motion';
import { tellOf } from '../../ui/panel-mark';
import type { PanelName, ParameterKey } from '../../experiment/parameters';

/** A panel that is loaded later is waited for, in ms. */
const patience = 4000;
/** What is above a panel grows while it is loaded and drawn: its place is looked at again this often, in ms, this many times. */
const again = 350,
  looks = 8;

/**
 * Marks what a step speaks of, also what comes later, and brings the first of its panels into sight. @returns a function that takes the marks away.
 */
export function point(panels: readonly PanelName[], control: ParameterKey | undefined): () => void {
  const root = document.documentElement;
  root.dataset['tour'] = '';
  tellOf(panels);
  const slider = control && document.querySelector(`.controls [data-parameter="${control}"]`);
  slider?.setAttribute('data-toured', '');
  let leave = () => {};
  const stop = whenThere(`[data-panel="${panels[0]}"]`, (panel) => {
    leave = show(panel);
  });
  return () => {
    stop();
    leave();
    slider?.removeAttribute('data-toured');
    tellOf([]);
    delete root.dataset['tour'];
  };
}

/** What is in sight stays where it is; what is higher than the window starts at its top. Ends where the visitor scrolls. */
function show(panel: Element): () => void {
  let left = looks,
    at = NaN;
  const look = () => {
    const { top, bottom, height } = panel.getBoundingClientRect();
    const room = window.innerHeight - (document.querySelector('.tour-bar')?.getBoundingClientRect().height ?? 0);
    const seen = height > room ? Math.abs(top) < room / 2 : top >= 0 && bottom <= room;
    // A smooth scroll that is under way is not interrupted.
    if (!seen && at === window.scrollY)
      panel.scrollIntoView({ behavior: 'auto', block: height > room ? 'start' : 'nearest' });
    else if (!seen && Number.isNaN(at))
      panel.scrollIntoView({ behavior: scrollBehaviour(), block: height > room ? 'start' : 'nearest' });
    at = window.scrollY;
    left -= 1;
    if (left === 0) stop();
  };
  const timer = setInterval(look, again);
  const stop = () => {
    clearInterval(timer);
    for (const name of ['wheel', 'touchmove', 'pointerdown'] as const) window.removeEventListener(name, stop);
  };
  for (const name of ['wheel', 'touchmove', 'pointerdown'] as const)
    window.addEventListener(name, stop, { passive: true });
  look();
  return stop;
}

function whenThere(selector: string, act: (found: Element) => void): () => void {
  const look = () => {
    const found = document.querySelector(selector);
    if (!found) return;
    stop();
    act(found);
  };
  const observer = new MutationObserver(look);
  const timer = setTimeout(() => stop(), patience);
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  observer.observe(document.body, { childList: true, subtree: true });
  look();
  return stop;
}
