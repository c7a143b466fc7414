import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../store/state';
import { endOf, show, withRun } from '../ui/testing/render';
import { Transport } from './transport';

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const at = async (run: Partial<AppState['run']>) => show(<Transport />, { state: withRun(await endOf(), run) });

describe('transport', () => {
  it.each([
    [{ status: 'loading', playing: true }, 'Pause', 'pause'],
    [{ status: 'loading', playing: false }, 'Play', 'play'],
    [{ status: 'training', playing: true }, 'Pause', 'pause'],
    [{ status: 'paused' }, 'Play', 'play'],
    [{ status: 'finished' }, 'Replay', 'play'],
    [{ status: 'diverged' }, 'Replay', 'play'],
    [{ status: 'failed' }, 'Replay', 'play'],
    [{ status: 'finished', cursor: 20 }, 'Play', 'play'],
    [{ status: 'finished', cursor: 20, replaying: true }, 'Pause', 'pause'],
  ] as const)('at %j offers to %s', async (run, name, act) => {
    const { app, user } = await at(run);
    await user.click(button(name));
    expect(app[act]).toHaveBeenCalledOnce();
    expect(app[act === 'play' ? 'pause' : 'play']).not.toHaveBeenCalled();
  });

  it('starts anew with the same seed', async () => {
    const { app, user } = await at({});
    await user.click(button('Restart'));
    expect(app.restart).toHaveBeenCalledOnce();
  });

  it('has three paces: the usual one, slow motion, at once', async () => {
    const { app, user } = await at({});
    const paces = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Pace' });
    expect(paces.value).toBe('usual');
    await user.selectOptions(paces, 'Slow motion');
    await user.selectOptions(paces, 'At once');
    expect(app.setPace.mock.calls).toEqual([['slow'], ['once']]);
  });

  it('is used by keys alone, in the order in which it is read', async () => {
    const { app, user } = await at({ status: 'paused' });
    await user.tab();
    await user.keyboard(' ');
    await user.tab();
    await user.keyboard('{Enter}');
    expect(app.play).toHaveBeenCalledOnce();
    expect(app.restart).toHaveBeenCalledOnce();
  });

  it('is in Chinese where the page is', async () => {
    await show(<Transport />, { language: 'zh' });
    expect(screen.getByRole('group', { name: '训练' })).toBeTruthy();
  });
});
