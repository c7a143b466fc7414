import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeLink } from '../experiment/link';
import type { App } from './app';
import { syncLink } from './link-sync';
import { smallLink, testApp } from './testing';

/** As much of a window as the address needs. */
function fakeWindow(hash: string) {
  const listeners = new Set<() => void>();
  const writes: { at: number; url: string }[] = [];
  const location = { hash, pathname: '/deep/page.html', search: '' };
  const goTo = (to: string) => {
    location.hash = to;
    for (const listener of listeners) listener();
  };
  const view = {
    location,
    history: {
      replaceState(_: unknown, __: string, url: string) {
        writes.push({ at: Date.now(), url });
        location.hash = url.includes('#') ? url.slice(url.indexOf('#')) : '';
      },
    },
    setTimeout: (work: () => void, ms: number) => setTimeout(work, ms),
    clearTimeout: (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer),
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  } as unknown as Window;
  return { view, writes, goTo, listeners };
}

let app: App;
beforeEach(() => {
  vi.useFakeTimers();
  app = testApp(`${smallLink}&autoplay=0`);
});
afterEach(() => void vi.useRealTimers());

describe('the address', () => {
  it('is written after a change, with what differs from the defaults', () => {
    const { view, writes } = fakeWindow('');
    syncLink(app, view);
    app.change({ sigma: 0.35 });
    vi.advanceTimersByTime(1000);
    expect(writes.map(({ url }) => url)).toEqual([
      '/deep/page.html#v=1&k=2&sigma=0.35&m=4&side=4&patches=2&n=16&steps=40&backend=cpu&autoplay=0',
    ]);
  });

  it('is written at most four times a second while a slider moves, and ends where the slider ends', () => {
    const { view, writes } = fakeWindow('');
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
    const { view, writes } = fakeWindow('#v=1&k=2&m=4&side=4&patches=2&n=16&steps=40&backend=cpu&autoplay=0');
    syncLink(app, view);
    vi.advanceTimersByTime(1000);
    app.change({ sigma: 0.3 });
    app.change({ sigma: 0.2 });
    vi.advanceTimersByTime(1000);
    expect(writes).toEqual([]);
  });

  it('loses its hash for the default experiment', () => {
    const { view, writes } = fakeWindow('#k=5');
    syncLink(app, view);
    app.open('');
    vi.advanceTimersByTime(1000);
    expect(writes.map(({ url }) => url)).toEqual(['/deep/page.html']);
    app.pause();
  });

  it('that the visitor changes is opened, told about, and written in its proper form', () => {
    const { view, writes, goTo } = fakeWindow('');
    syncLink(app, view);
    goTo('#sigma=0.4&m=99999&foo=1&autoplay=0');
    expect(app.store.getState().experiment).toMatchObject({ sigma: 0.4, m: 512, k: 3 });
    expect(app.store.getState().notices.map(({ field }) => field)).toEqual(['m', 'foo']);
    vi.advanceTimersByTime(1000);
    expect(writes.map(({ url }) => url)).toEqual(['/deep/page.html#v=1&sigma=0.4&m=512&autoplay=0']);
  });

  it('that it wrote itself is not opened again', () => {
    const { view, goTo } = fakeWindow('');
    syncLink(app, view);
    app.change({ sigma: 9.5, k: 9 }); // mended: leaves a notice that opening would wipe
    vi.advanceTimersByTime(1000);
    const before = app.store.getState();
    expect(before.notices.length).toBeGreaterThan(0);
    goTo(view.location.hash);
    expect(app.store.getState().notices).toBe(before.notices);
  });

  it('is let go of when it is stopped', () => {
    const { view, writes, listeners } = fakeWindow('');
    const stop = syncLink(app, view);
    app.change({ sigma: 0.3 });
    stop();
    app.change({ sigma: 0.4 });
    vi.advanceTimersByTime(1000);
    expect(writes).toEqual([]);
    expect(listeners.size).toBe(0);
  });
});
