import { act, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { setPaper } from './use-paper';
import { usePixelRatio } from './use-pixel-ratio';

afterEach(() => void vi.unstubAllGlobals());

it('follows the window from screen to screen, and onto paper', () => {
  const queries = new Map<string, EventTarget>();
  vi.stubGlobal('matchMedia', (query: string) => {
    const found = queries.get(query) ?? new EventTarget();
    queries.set(query, found);
    return found;
  });
  vi.stubGlobal('devicePixelRatio', 1);
  function Ratio() {
    return <p>{usePixelRatio()}</p>;
  }
  const { container, unmount } = render(<Ratio />);
  const ratio = () => container.textContent;
  const move = (from: number, to: number) =>
    act(() => {
      vi.stubGlobal('devicePixelRatio', to);
      queries.get(`(resolution: ${from}dppx)`)!.dispatchEvent(new Event('change'));
    });
  expect(ratio()).toBe('1');
  move(1, 2);
  expect(ratio()).toBe('2');
  move(2, 1.5);
  expect(ratio()).toBe('1.5');
  act(() => setPaper(true));
  expect(ratio()).toBe('3');
  act(() => setPaper(false));
  unmount();
});
