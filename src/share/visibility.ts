import type { App } from '../store/app';

/** Out of sight for so long, in ms, workers and GPU are given back. */
const releaseAfter = 30_000;

/**
 * Tells the page whether it can be seen: a frame that is scrolled off, on a slide that is not displayed or in a hidden tab
 * cannot. @returns a function that stops watching.
 */
export function watchVisibility(
  { setPresence }: Pick<App, 'setPresence'>,
  view: Window & typeof globalThis,
): () => void {
  const { document } = view;
  let onScreen = false;
  let timer: number | undefined;
  let was: boolean | undefined;

  const look = () => {
    const seen = onScreen && !document.hidden;
    if (seen === was) return;
    was = seen;
    view.clearTimeout(timer);
    setPresence(seen ? 'shown' : 'away');
    if (!seen) timer = view.setTimeout(() => setPresence('released'), releaseAfter);
  };
  const observer = new view.IntersectionObserver((entries) => {
    onScreen = entries.at(-1)!.isIntersecting;
    look();
  });
  observer.observe(document.documentElement);
  document.addEventListener('visibilitychange', look);
  return () => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', look);
    view.clearTimeout(timer);
  };
}
