import type { App } from '../store/app';

/** Out of sight for so long, in ms, workers and GPU are given back. */
const releaseAfter = 30_000;
/** How often a frame looks whether it is displayed, in ms. */
const lookEvery = 1000;

/**
 * Tells the page whether it can be seen: a frame that is scrolled off, on a slide that is not displayed or in a hidden tab
 * cannot. Firefox does not tell observers of a frame that it is no longer displayed: it has no width then.
 * @returns a function that stops watching.
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
    const seen = onScreen && view.innerWidth > 0 && !document.hidden;
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
  view.addEventListener('resize', look);
  const looks = view.setInterval(() => was !== undefined && look(), lookEvery);
  return () => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', look);
    view.removeEventListener('resize', look);
    view.clearInterval(looks);
    view.clearTimeout(timer);
  };
}
