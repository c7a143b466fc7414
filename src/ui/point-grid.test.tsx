import { act, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PointGrid } from './point-grid';
import { show } from './testing/render';

const focused = vi.fn(),
  opened = vi.fn();
const point = (label: string) => ({ label, onOpen: () => opened(label) });

/** The middle of the second row is still to come. */
const rows = [
  [point('a1'), point('a2'), point('a3')],
  [point('b1'), null, point('b3')],
];
const grid = async (upward = false) => show(<PointGrid label="Cells" rows={rows} upward={upward} onFocus={focused} />);
const at = () => document.activeElement!.textContent;
const focus = (name: string) => act(() => screen.getByRole('button', { name }).focus());

beforeEach(() => {
  focused.mockClear();
  opened.mockClear();
});

describe('a grid of points', () => {
  it('is one Tab stop, which stays where the focus was', async () => {
    const { user } = await grid();
    await user.tab();
    expect(at()).toBe('a1');
    await user.keyboard('{ArrowRight}');
    await user.tab();
    await user.tab({ shift: true });
    expect(at()).toBe('a2');
  });

  it.each([
    ['a1', '{ArrowRight}', 'a2'],
    ['a1', '{ArrowDown}', 'b1'],
    ['b3', '{ArrowUp}', 'a3'],
    ['b1', '{ArrowRight}', 'b3'],
    ['a2', '{ArrowDown}', 'a2'],
    ['a1', '{ArrowUp}', 'a1'],
    ['b1', '{Home}', 'a1'],
    ['a1', '{End}', 'b3'],
  ])('from %s %s leads to %s', async (from, key, to) => {
    const { user } = await grid();
    focus(from);
    await user.keyboard(key);
    expect(at()).toBe(to);
  });

  it('whose first row is the lowest goes up where it is drawn up', async () => {
    const { user } = await grid(true);
    focus('a1');
    await user.keyboard('{ArrowUp}');
    expect(at()).toBe('b1');
  });

  it('leaves other keys to the page', async () => {
    const { user } = await grid();
    focus('a1');
    const heard = vi.fn();
    window.addEventListener('keydown', heard, { once: true });
    await user.keyboard('{PageDown}');
    expect(heard.mock.calls[0]![0].defaultPrevented).toBe(false);
  });

  it('tells what has the focus and when nothing has, and opens by Enter', async () => {
    const { user } = await grid();
    focus('b3');
    expect(focused).toHaveBeenLastCalledWith({ row: 1, column: 2 });
    await user.keyboard('{Enter}');
    expect(opened).toHaveBeenCalledWith('b3');
    act(() => (document.activeElement as HTMLElement).blur());
    expect(focused).toHaveBeenLastCalledWith(null);
  });

  it('is not there without a point', async () => {
    const { container } = await show(<PointGrid label="Cells" rows={[[null]]} upward={false} onFocus={focused} />);
    expect(container.textContent).toBe('');
  });
});
