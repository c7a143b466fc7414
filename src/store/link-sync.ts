import { decodeLink, encodeLink, longestLink } from '../experiment/link';
import { isUnderstood, unmangled } from '../experiment/mangled';
import { defaults, type Experiment } from '../experiment/parameters';
import { withHost } from '../experiment/science';
import { decode, type Decoder } from '../decode/decode';
import { parseJson } from '../decode/json';
import { record } from '../decode/shapes';
import { finite, flag, nullable, optional, text, whole } from '../decode/values';
import type { App } from './app';
import { browserMemory, type Memory } from './memory';
import type { AppState, Presented } from './state';

// For whoever starts the page: in one script with this, as what another script imports is not always asked for again.
export { unmangled };

/** Least time between two writes of the address, in ms: browsers throw above about 100 in 30 s. */
const writeInterval = 300;
/** What is done within this time, in ms, is undone together. */
const together = 1000;

const link = text(longestLink),
  count = whole(0, Number.MAX_SAFE_INTEGER);
const presented: Decoder<Presented> = record({
  at: count,
  link,
  beforeTour: nullable(link),
  step: count,
  looking: flag,
  scroll: finite(),
});
/** What an entry of the page's own in the browser's history holds beside its address: the link of `beforeTour`, and what is presented. */
const noted = { beforeTour: nullable(link), presented: optional(nullable(presented), null) };
const entryOf = record(noted);
/** The same in the tab's own memory, with the hash that it belongs to. */
const keptOf = record({ hash: text(longestLink), ...noted });
const deepest = 3;

/** Whether the page was loaded again, and not opened by a link that happens to be the same. */
const isLoadedAgain = () =>
  performance.getEntriesByType('navigation').some((entry) => (entry as PerformanceNavigationTiming).type === 'reload');

/**
 * Keeps the address and the experiment the same, both ways. What the visitor does is an entry in the browser's history, so
 * that Back undoes it; a frame makes none, as Back belongs to the page around it.
 * @param opened the link that the app was made with, which may not be the window's any more; null where that could not be read.
 * @param tab what outlasts a crash of the page, which takes the state of its entry along, at least in Chromium.
 * @returns a function that stops it.
 */
export function syncLink(
  app: App,
  view: Window,
  opened: string | null = view.location.search + view.location.hash,
  tab: Memory = browserMemory('sessionStorage', 'rank-under-noise: entry'),
  isAgain = isLoadedAgain,
): () => void {
  const { history, location } = view;
  let timer: number | undefined,
    due: 'pushState' | 'replaceState' = 'replaceState';
  let written = location.hash.slice(1);
  let last = -Infinity,
    held = false;
  /** What the experiment is as a link while the address says something else that is not understood: it stays until that changes. */
  let beside: string | null = null;
  const setBeside = () => {
    beside = isUnderstood(linkIn(view)) ? null : encodeLink(app.store.getState().experiment);
  };
  const linkOf = (experiment: Experiment | null) => experiment && encodeLink(experiment);
  const entry = () => decode(entryOf, history.state).value;
  const entryBefore = () => {
    const parsed = parseJson((isAgain() && tab.read()) || '', deepest);
    const { value } = decode(keptOf, parsed.fault ? null : parsed.value);
    return value?.hash === location.hash.slice(1) && isOwn(app.store.getState()) ? value : undefined;
  };

  const write = () => {
    const how = due;
    forget();
    const { experiment, beforeTour, presented: shown } = app.store.getState();
    const next = { beforeTour: linkOf(beforeTour), presented: shown };
    const hash = encodeLink(experiment);
    if (hash === beside || (hash === written && JSON.stringify(entry()) === JSON.stringify(next))) return;
    beside = null;
    // The query goes: what it said is in the hash now, and a default that is not written must not fall back to it.
    const address = hash === '' ? location.pathname : `${location.pathname}#${hash}`;
    if (isOwn(app.store.getState())) tab.write(JSON.stringify({ hash, ...next }));
    history[how](next, '', hash === written ? undefined : address);
    written = hash;
  };
  const forget = () => {
    view.clearTimeout(timer);
    timer = undefined;
    due = 'replaceState';
  };
  const isOwn = ({ experiment }: AppState) => view.parent === view && !experiment.embed;

  const stop = app.store.subscribe((state, before) => {
    if (state.presented !== before.presented) timer ??= view.setTimeout(write, writeInterval);
    if (state.experiment === before.experiment) return;
    const now = performance.now(),
      done = state.changedBy !== 'page' && undoable(state.experiment) !== undoable(before.experiment);
    const goesOn = state.changedBy === 'slider' && held;
    if (done && !goesOn && now - last >= together && isOwn(state)) {
      forget();
      due = 'pushState';
      timer = view.setTimeout(write);
    } else timer ??= view.setTimeout(write, writeInterval);
    if (!done) return;
    last = now;
    held = state.changedBy === 'slider';
  });
  const onPopState = () => {
    const mine = entry(),
      hash = location.hash.slice(1);
    if (!mine && hash === written) return;
    forget();
    written = hash;
    last = -Infinity;
    held = false;
    setBeside();
    if (mine) app.restore(hash, mine.beforeTour);
    else if (beside === null) app.open(linkIn(view), { by: 'page' });
    else return app.notify(...decodeLink(linkIn(view)).notices);
    timer = view.setTimeout(write);
  };
  const letGo = () => {
    held = false;
  };

  // Opened again, as by a reload, an entry is what it was.
  const mine = entry() ?? entryBefore(),
    address = linkIn(view);
  if (mine) {
    app.restore(address, mine.beforeTour);
    app.present(mine.presented);
  } else if (opened === null || address !== unmangled(opened)) {
    // What the visitor did meanwhile is an entry, to go back to.
    const isTouched = app.store.getState().changedBy !== 'page';
    if (isTouched) write();
    app.open(address, { by: isTouched ? 'act' : 'page' });
  }
  setBeside();
  // What was mended in the link is mended in the address too.
  write();
  // The page stays where it was scrolled to, unless it is opened again.
  const scroll = (by: ScrollRestoration) => () => {
    if (isOwn(app.store.getState())) history.scrollRestoration = by;
  };
  const heard = {
    popstate: onPopState,
    pointerdown: letGo,
    pointerup: letGo,
    pointercancel: letGo,
    keyup: letGo,
    pageshow: scroll('manual'),
    pagehide: scroll('auto'),
  };
  heard.pageshow();
  for (const [name, listener] of Object.entries(heard)) view.addEventListener(name, listener, true);
  return () => {
    stop();
    forget();
    heard.pagehide();
    for (const [name, listener] of Object.entries(heard)) view.removeEventListener(name, listener, true);
  };
}

const linkIn = ({ location: { search, hash } }: Window) => unmangled(search + hash);

/** What Back undoes of an experiment, as text: all but how the page is dressed. */
const undoable = (experiment: Experiment) => encodeLink(withHost(experiment, defaults));
