import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeLink } from '../experiment/link';
import type { App } from './app';
import { syncLink } from './link-sync';
import { smallLink, testApp } from './testing';

/** What the app of each test opens, in its proper form. */
const opened = '#v=1&k=2&m=4&side=4&patches=2&n=16&steps=40&backend=cpu&autoplay=0';

interface Entry {
  readonly hash: string;
  readonly state: unknown;
}

/** As much of a window as the address and Back need. */
function fakeWindow(hash = opened, state: unknown = null) {
  const listeners = new Set<{ name: string; listener: () => void }>();
  const writes: { at: number; url: string; how: 'push' | 'replace' }[] = [];
  const entries: Entry[] = [{ hash, state }];
  let at = 0;
  const here = () => entries[at]!;
  const tell = (name: string) => {
    for (const heard of listeners) if (heard.name === name) heard.listener();
  };
  const write = (how: 'push' | 'replace') => (now: unknown, _: string, url?: string) => {
    const to = url?.includes('#') ? url.slice(url.indexOf('#')) : '';
    if (url !== undefined) writes.push({ at: Date.now(), url, how });
    const entry = { hash: url === undefined ? here().hash : to, state: JSON.parse(JSON.stringify(now)) as unknown };
    if (how === 'push') entries.splice(++at, Infinity, entry);
    else entries[at] = entry;
  };
  const go = (by: number) => {
    at += by;
    expect(here(), 'the page is left').toBeDefined();
    tell('popstate');
  };
  const view = {
    location: {
      get hash() {
        return here().hash;
      },
      pathname: '/deep/page.html',
      search: '',
    },
    history: {
      get state() {
        return here().state;
      },
      pushState: write('push'),
      replaceState: write('replace'),
      scrollRestoration: 'auto' as ScrollRestoration,
    },
    setTimeout: (work: () => void, ms?: number) => setTimeout(work, ms),
    clearTimeout: (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer),
    addEventListener: (name: string, listener: () => void) => listeners.add({ name, listener }),
    removeEventListener: (name: string, listener: () => void) => {
      for (const heard of listeners) if (heard.name === name && heard.listener === listener) listeners.delete(heard);
    },
  };
  return {
    view: Object.assign(view, { parent: view }) as unknown as Window,
    writes,
    listeners,
    tell,
    entries,
    back: () => go(-1),
    forward: () => go(1),
    /** As a visitor does in the browser's own field. */
    goTo(to: string) {
      entries.splice(++at, Infinity, { hash: to, state: null });
      tell('popstate');
    },
  };
}

let app: App;
beforeEach(() => {
  vi.useFakeTimers();
  app = testApp(opened);
});
afterEach(() => void vi.useRealTimers());

describe('a presentation', () => {
  const shown = { at: 3, link: 'v=1&sigma=0.4', beforeTour: null, step: 7, looking: true, scroll: 120.5 };

  it('outlasts a reload beside the address, also where only its slide changes, and is over when it is left', () => {
    const { view, entries } = fakeWindow();
    syncLink(app, view);
    app.present(shown);
    vi.advanceTimersByTime(1000);
    expect(entries.map(({ hash }) => hash)).toEqual([opened]);
    const again = testApp(opened);
    syncLink(again, fakeWindow(opened, entries[0]!.state).view);
    expect(again.store.getState().presented).toEqual(shown);
    app.present(null);
    vi.advanceTimersByTime(1000);
    syncLink(again, fakeWindow(opened, entries[0]!.state).view);
    expect(again.store.getState().presented).toBeNull();
  });

  it('outlasts a crash, which takes the entry along, where the page is loaded again at the same address', () => {
    let kept = '';
    const tab = { read: () => kept, write: (text: string) => void (kept = text) };
    syncLink(app, fakeWindow().view, opened, tab);
    app.present(shown);
    vi.advanceTimersByTime(1000);
    const after = (hash: string, isAgain: boolean) => {
      const again = testApp(hash);
      syncLink(again, fakeWindow(hash).view, hash, { ...tab, write() {} }, () => isAgain);
      return again.store.getState().presented;
    };
    expect(after(opened, true)).toEqual(shown);
    expect(after(opened, false)).toBeNull();
    expect(after(`${opened}&sigma=0.5`, true)).toBeNull();
    kept = '{"hash":7';
    expect(after(opened, true)).toBeNull();
  });

  it('is not gone on with where an entry is of before there was any, or damaged', () => {
    for (const state of [{ beforeTour: null }, { beforeTour: null, presented: { ...shown, at: -1 } }]) {
      syncLink(app, fakeWindow(opened, state).view);
      expect(app.store.getState().presented).toBeNull();
    }
  });
});

describe('the address', () => {
  it('is written after a change, with what differs from the defaults', () => {
    const { view, writes } = fakeWindow();
    syncLink(app, view);
    app.change({ sigma: 0.35 });
    vi.advanceTimersByTime(1000);
    expect(writes.map(({ url }) => url)).toEqual([
      '/deep/page.html#v=1&k=2&sigma=0.35&m=4&side=4&patches=2&n=16&steps=40&backend=cpu&autoplay=0',
    ]);
  });

  it('is written at most four times a second while a slider moves, and ends where the slider ends', () => {
    const { view, writes } = fakeWindow();
    syncLink(app, view);
    for (let i = 0; i < 500; i++) {
      app.change({ sigma: i / 500 }, { chase: true });
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(1000);
    // Five seconds of movement: some 17 writes, and in every window of a second at most four.
    expect(writes.length).toBeGreaterThan(5);
    for (const { at } of writes)
      expect(writes.filter((write) => write.at >= at && write.at < at + 1000).length).toBeLessThanOrEqual(4);
    expect(decodeLink(writes.at(-1)!.url).experiment.sigma).toBe(499 / 500);
  });

  it('is left alone where nothing changes, or a change is taken back', () => {
    const { view, writes } = fakeWindow();
    syncLink(app, view);
    vi.advanceTimersByTime(1000);
    app.change({ sigma: 0.3 });
    app.change({ sigma: 0.2 });
    vi.advanceTimersByTime(1000);
    expect(writes).toEqual([]);
  });

  it('loses its hash for the default experiment', () => {
    const { view, writes } = fakeWindow();
    syncLink(app, view);
    app.open('');
    vi.advanceTimersByTime(1000);
    expect(writes.map(({ url }) => url)).toEqual(['/deep/page.html']);
    app.pause();
  });

  it('that the visitor changes is opened, told about, and written in its proper form', () => {
    const { view, writes, goTo } = fakeWindow();
    syncLink(app, view);
    goTo('#sigma=0.4&m=99999&foo=1&autoplay=0');
    expect(app.store.getState().experiment).toMatchObject({ sigma: 0.4, m: 512, k: 3 });
    expect(app.store.getState().notices.map(({ field }) => field)).toEqual(['m', 'foo']);
    vi.advanceTimersByTime(1000);
    expect(writes.map(({ url }) => url)).toEqual(['/deep/page.html#v=1&sigma=0.4&m=512&autoplay=0']);
  });

  it('that the visitor changed before anybody listened is opened', () => {
    const { view } = fakeWindow('#sigma=0.4&autoplay=0');
    syncLink(app, view, opened);
    expect(app.store.getState().experiment).toMatchObject({ sigma: 0.4, k: 3 });
  });

  it.each(['nothing', 'something'])(
    'that could not be read at first is opened once it can be; %s was done meanwhile, which is not lost',
    (done) => {
      const mangled = '#v%3D1%26sigma%3D0.4%26autoplay%3D0';
      app = testApp(mangled);
      const { view, entries, back } = fakeWindow(mangled);
      if (done === 'something') app.change({ k: 2, autoplay: false });
      syncLink(app, view, null);
      expect(app.store.getState()).toMatchObject({ experiment: { sigma: 0.4, k: 3 }, notices: [] });
      vi.advanceTimersByTime(1000);
      const proper = '#v=1&sigma=0.4&autoplay=0';
      if (done === 'nothing') return expect(entries.map(({ hash }) => hash)).toEqual([proper]);
      expect(entries.map(({ hash }) => hash)).toEqual(['#v=1&k=2&autoplay=0', proper]);
      back();
      expect(app.store.getState().experiment).toMatchObject({ sigma: 0.2, k: 2 });
      app.pause();
    },
  );

  it.each(['#section-2', '#shade=red'])(
    'that is not understood (%s) stays until the visitor changes something',
    (hash) => {
      app = testApp(`${hash}`);
      const { view, writes, goTo, entries } = fakeWindow(hash);
      syncLink(app, view);
      app.change({}, { by: 'page' });
      vi.advanceTimersByTime(1000);
      expect(writes).toEqual([]);
      app.change({ k: 1 });
      vi.advanceTimersByTime(1000);
      expect(entries.map((entry) => entry.hash)).toEqual([hash, '#v=1&k=1']);
      goTo('#elsewhere');
      expect(app.store.getState().experiment.k).toBe(1);
      expect(app.store.getState().notices.map(({ field }) => field)).toEqual(['elsewhere']);
      vi.advanceTimersByTime(1000);
      expect(view.location.hash).toBe('#elsewhere');
      app.pause();
    },
  );

  it('that it wrote itself is not opened again', () => {
    const { view, goTo } = fakeWindow();
    syncLink(app, view);
    app.change({ sigma: 9.5, k: 9 }); // mended: leaves a notice that opening would wipe
    vi.advanceTimersByTime(1000);
    const before = app.store.getState();
    expect(before.notices.length).toBeGreaterThan(0);
    goTo(view.location.hash);
    expect(app.store.getState().notices).toBe(before.notices);
  });

  it('is let go of when it is stopped', () => {
    const { view, writes, listeners } = fakeWindow();
    const stop = syncLink(app, view);
    app.change({ sigma: 0.3 });
    stop();
    app.change({ sigma: 0.4 });
    vi.advanceTimersByTime(1000);
    expect(writes).toEqual([]);
    expect(listeners.size).toBe(0);
  });
});

const experiment = () => app.store.getState().experiment;
const pass = (ms = 1000) => vi.advanceTimersByTime(ms);
/** A slider's move from where it is pressed to where it is let go of. */
function drag({ tell }: ReturnType<typeof fakeWindow>, values: readonly number[], ms = 100) {
  tell('pointerdown');
  for (const sigma of values) {
    app.change({ sigma }, { chase: true });
    pass(ms);
  }
  tell('pointerup');
  pass();
}

describe('Back', () => {
  it('undoes what was done, one act at a time, and Forward does it again', () => {
    const { view, back, forward, entries } = fakeWindow();
    syncLink(app, view);
    const before = experiment();
    app.change({ k: 1 });
    pass();
    app.newSeed();
    const { seed } = experiment();
    pass();
    expect(entries).toHaveLength(3);
    back();
    expect(experiment()).toEqual({ ...before, k: 1 });
    back();
    expect(experiment()).toEqual(before);
    forward();
    forward();
    expect(experiment()).toEqual({ ...before, k: 1, seed });
    pass();
    expect(entries).toHaveLength(3);
  });

  it('undoes what was done just now', () => {
    const { view, back } = fakeWindow();
    syncLink(app, view);
    const before = experiment();
    app.change({ k: 1 });
    pass(0);
    back();
    expect(experiment()).toEqual(before);
  });

  it.each([100, 1500])('undoes a drag as a whole, however slow it is (%i ms a move)', (ms) => {
    const window = fakeWindow();
    syncLink(app, window.view);
    drag(window, [0.25, 0.3, 0.35], ms);
    drag(window, [0.4, 0.45], ms);
    expect(window.entries).toHaveLength(3);
    window.back();
    expect(experiment().sigma).toBe(0.35);
    window.back();
    expect(experiment().sigma).toBe(0.2);
  });

  it('undoes keys pressed one after another together, and those after a rest apart', () => {
    const { view, back, entries, tell } = fakeWindow();
    syncLink(app, view);
    for (const sigma of [0.21, 0.22, 0.23]) {
      app.change({ sigma }, { chase: true });
      tell('keyup');
      pass(600);
    }
    pass();
    app.change({ sigma: 0.24 }, { chase: true });
    tell('keyup');
    pass();
    expect(entries).toHaveLength(3);
    back();
    expect(experiment().sigma).toBe(0.23);
    back();
    expect(experiment().sigma).toBe(0.2);
  });

  it('has at most one entry a second', () => {
    const { view, writes } = fakeWindow();
    syncLink(app, view);
    for (let seed = 2; seed < 30; seed++) {
      app.change({ seed });
      pass(130);
    }
    pass();
    expect(writes.filter(({ how }) => how === 'push')).toHaveLength(1);
    expect(decodeLink(writes.at(-1)!.url).experiment.seed).toBe(29);
  });

  it('keeps the page’s colours and language, and says nothing', () => {
    const { view, back, entries } = fakeWindow(`${opened}&sigma=9`);
    app = testApp(`${opened}&sigma=9`);
    syncLink(app, view);
    expect(app.store.getState().notices).not.toEqual([]);
    app.change({ theme: 'dark' });
    pass();
    app.change({ rank: 'numerical' });
    pass();
    app.change({ k: 1, lang: 'zh' });
    pass();
    expect(entries).toHaveLength(3);
    back();
    expect(experiment()).toMatchObject({ k: 2, rank: 'numerical', theme: 'dark', lang: 'zh' });
    back();
    expect(experiment()).toMatchObject({ sigma: 2, rank: 'stable', theme: 'dark', lang: 'zh' });
    expect(app.store.getState().notices).toEqual([]);
    pass();
    expect(decodeLink(view.location.hash).experiment).toEqual(experiment());
  });

  it('starts the run as a link does', () => {
    app = testApp(smallLink);
    const { view, back } = fakeWindow(smallLink);
    syncLink(app, view);
    app.change({ k: 1 });
    pass();
    app.pause();
    back();
    expect(app.store.getState().run).toMatchObject({ status: 'loading', playing: true });
    app.pause();
  });

  it('starts nothing where a page is only loaded again', () => {
    app = testApp(smallLink, { motionUnwanted: () => true });
    syncLink(app, fakeWindow(smallLink, { beforeTour: null }).view);
    expect(app.store.getState().run.playing).toBe(false);
  });

  it('leads out of the tour, and Forward into it again; leaving it is undone too', () => {
    const { view, back, forward } = fakeWindow();
    syncLink(app, view);
    app.change({ k: 1 });
    pass();
    const own = experiment();
    app.change({ sigma: 0, tour: 'clean' });
    pass();
    app.change({ sigma: 0.2, tour: 'noise' });
    pass();
    app.leaveTour();
    pass();
    expect(experiment()).toEqual(own);
    back();
    expect(experiment().tour).toBe('noise');
    back();
    back();
    expect(experiment()).toEqual(own);
    forward();
    expect(experiment().tour).toBe('clean');
    app.leaveTour();
    expect(experiment()).toEqual(own);
  });

  it('does not end the tour without what was there before it, also where the page was loaded again', () => {
    const { view, entries } = fakeWindow();
    const stop = syncLink(app, view);
    app.change({ k: 1, rank: 'energy' });
    pass();
    const own = experiment();
    app.change({ k: 2, sigma: 0, rank: 'stable', tour: 'clean' });
    pass();
    stop();
    const { hash, state } = entries.at(-1)!;
    app = testApp(hash);
    syncLink(app, fakeWindow(hash, state).view);
    expect(experiment().tour).toBe('clean');
    app.leaveTour();
    expect(experiment()).toEqual(own);
  });

  it.each([{ beforeTour: 7 }, 'text', { page: 2 }])('takes %j in the history for nothing of its own', (state) => {
    const { view } = fakeWindow(opened, state);
    syncLink(app, view);
    expect(app.store.getState().beforeTour).toBeNull();
    expect(view.history.state).toEqual({ beforeTour: null, presented: null });
  });

  it('has no entries for what the page does by itself', () => {
    const { view, entries } = fakeWindow();
    syncLink(app, view);
    app.change({ sigma: 0, tour: 'clean' }, { by: 'page' });
    pass();
    expect(entries).toHaveLength(1);
    expect(view.location.hash).toContain('tour=clean');
  });

  it.each(['embedded', 'in a page around it'])('belongs to whoever is around, %s', (where) => {
    if (where === 'embedded') app = testApp(`${smallLink}&autoplay=0&embed=1`);
    const { view, entries } = fakeWindow();
    if (where !== 'embedded') Object.assign(view, { parent: {} });
    syncLink(app, view);
    app.change({ k: 1 });
    pass();
    expect(entries).toHaveLength(1);
    expect(view.location.hash).toContain('k=1');
    expect(view.history.scrollRestoration).toBe('auto');
  });

  it('leaves the page where it is scrolled to; a reload scrolls as ever', () => {
    const { view, tell } = fakeWindow();
    const stop = syncLink(app, view);
    expect(view.history.scrollRestoration).toBe('manual');
    tell('pagehide');
    expect(view.history.scrollRestoration).toBe('auto');
    tell('pageshow');
    stop();
    expect(view.history.scrollRestoration).toBe('auto');
  });
});
