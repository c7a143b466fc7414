import { parameters, type PanelName, type ParameterKey } from '../experiment/parameters';

/** A panel that is loaded later is waited for, in ms. */
const patience = 4000;

/**
 * Marks what a step speaks of and brings the first of its panels into sight. Panels are marked through the root element,
 * which the style sheet reads: some of them come later. @returns a function that takes the marks away.
 */
export function point(panels: readonly PanelName[], control: ParameterKey | undefined, still: boolean): () => void {
  const root = document.documentElement;
  root.dataset['tour'] = panels.join(' ');
  const label = control && [...document.querySelectorAll('.controls label')].find(({ textContent }) => textContent === parameters[control].label);
  const slider = label?.closest('.slider, .field');
  slider?.setAttribute('data-toured', '');
  const stop = whenThere(`[data-panel="${panels[0]}"]`, (panel) => show(panel, still));
  return () => {
    stop();
    slider?.removeAttribute('data-toured');
    delete root.dataset['tour'];
  };
}

/** What is in sight stays where it is; what is higher than the window starts at its top. */
function show(panel: Element, still: boolean): void {
  const { height } = panel.getBoundingClientRect();
  const bar = document.querySelector('.tour-bar')?.getBoundingClientRect().height ?? 0;
  panel.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: height > window.innerHeight - bar ? 'start' : 'nearest' });
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
