import { encodeLink } from '../experiment/link';
import type { App } from './app';

/** Least time between two writes of the address, in ms: browsers throw above about 100 in 30 s. */
const writeInterval = 300;

/** Keeps the address and the experiment the same, both ways. @returns a function that stops it. */
export function syncLink(app: App, view: Window): () => void {
  let timer: number | undefined;
  let written = view.location.hash.slice(1);

  const write = () => {
    timer = undefined;
    const hash = encodeLink(app.store.getState().experiment);
    if (hash === written) return;
    written = hash;
    // The query goes: what it said is in the hash now, and a default that is not written must not fall back to it.
    view.history.replaceState(null, '', hash === '' ? view.location.pathname : `${view.location.pathname}#${hash}`);
  };
  const stop = app.store.subscribe((state, before) => {
    if (state.experiment !== before.experiment) timer ??= view.setTimeout(write, writeInterval);
  });
  // What was mended in the link is mended in the address too.
  timer = view.setTimeout(write, writeInterval);
  const onHashChange = () => {
    const hash = view.location.hash.slice(1);
    if (hash === written) return;
    written = hash;
    app.open(view.location.search + view.location.hash);
  };
  view.addEventListener('hashchange', onHashChange);
  return () => {
    stop();
    view.clearTimeout(timer);
    view.removeEventListener('hashchange', onHashChange);
  };
}
