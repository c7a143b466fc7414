import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { tellOf } from '../ui/panel-mark';
import { endOf, show } from '../ui/testing/render';
import { rest, wake } from '../ui/wake';
import { goToPanel } from '../story/go';
import { Placed } from './placed';

const details = (name: string) => document.querySelector<HTMLDetailsElement>(`[data-panel="${name}"] > details`)!;

describe('a folded panel', () => {
  it('is behind one line on the page, and asks for nothing before it is opened', async () => {
    const { app, user } = await show(<Placed name="theory" />);
    const line = await screen.findByText(/^All numbers of this experiment/);
    expect(screen.queryByRole('table')).toBeNull();
    expect(app.watch).not.toHaveBeenCalled();
    await user.click(line);
    expect(await screen.findByRole('table')).toBeTruthy();
    expect(app.watch).toHaveBeenLastCalledWith('theory', 'seen');
    await user.click(line);
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('is open in a frame', async () => {
    await show(<Placed name="theory" />, { room: 600 });
    expect(await screen.findByRole('table')).toBeTruthy();
    expect(details('theory')).toBeNull();
  });

  it('opens for what is asked of it elsewhere, and can be closed all the same', async () => {
    const { user, set } = await show(<Placed name="alignment" />, { state: await endOf() });
    const line = await screen.findByText(/^Where the energy of each filter lies/);
    expect(details('alignment').open).toBe(false);
    set({ picked: 0 });
    expect(await screen.findByText(/^One column a filter/)).toBeTruthy();
    await user.click(line);
    expect(details('alignment').open).toBe(false);
    set({ picked: null });
    set({ picked: 1 });
    expect(details('alignment').open).toBe(true);
  });

  it('opens while the tour speaks of it, while it is taken for a file, and where a link in the prose leads to it', async () => {
    await show(<Placed name="alignment" />, { state: await endOf() });
    await screen.findByText(/^Where the energy/);
    const panel = document.querySelector('[data-panel="alignment"]')!;
    const opensFor = async (begin: () => void, end: () => void) => {
      act(begin);
      expect(await screen.findByText(/^One column a filter/)).toBeTruthy();
      act(end);
      expect(screen.queryByText(/^One column a filter/)).toBeNull();
    };
    await opensFor(
      () => tellOf(['alignment']),
      () => tellOf([]),
    );
    await opensFor(
      () => wake(panel),
      () => rest(panel),
    );
    panel.scrollIntoView = () => {};
    act(() => goToPanel('alignment'));
    expect(details('alignment').open).toBe(true);
  });
});
