import { afterEach, expect, it, vi } from 'vitest';
import type { Presence } from '../store/state';
import { watchVisibility } from './visibility';

afterEach(() => void vi.useRealTimers());

/** A frame's window, as far as it is looked at. */
function frame() {
  const said: Presence[] = [];
  let seen: (isIntersecting: boolean) => void = () => {};
  const document = Object.assign(new EventTarget(), { hidden: false, documentElement: {} });
  const view = Object.assign(new EventTarget(), {
    document,
    innerWidth: 800,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    IntersectionObserver: class {
      constructor(told: (entries: { isIntersecting: boolean }[]) => void) {
        seen = (isIntersecting) => told([{ isIntersecting }]);
      }
      observe() {}
      disconnect() {}
    },
  });
  const end = watchVisibility(
    { setPresence: (presence) => void said.push(presence) },
    view as unknown as Window & typeof globalThis,
  );
  return { said, view, end, observed: (now: boolean) => seen(now) };
}

it('a frame on a slide that is no longer displayed rests within a second, though no observer says so, and comes back', () => {
  vi.useFakeTimers();
  const { said, view, observed } = frame();
  vi.advanceTimersByTime(2000);
  expect(said).toEqual([]);
  observed(true);
  view.innerWidth = 0;
  vi.advanceTimersByTime(1000);
  expect(said).toEqual(['shown', 'away']);
  vi.advanceTimersByTime(30_000);
  expect(said).toEqual(['shown', 'away', 'released']);
  view.innerWidth = 800;
  view.dispatchEvent(new Event('resize'));
  expect(said.at(-1)).toBe('shown');
});

it('looks no more once it is told to end', () => {
  vi.useFakeTimers();
  const { said, view, observed, end } = frame();
  observed(true);
  end();
  view.innerWidth = 0;
  view.dispatchEvent(new Event('resize'));
  vi.advanceTimersByTime(60_000);
  expect(said).toEqual(['shown']);
});
