import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeRun } from '../../experiment/runs';
import { tour } from '../../story/tour/steps';
import { endOf, seen, show, small, withRun, type Shown } from '../../ui/testing/render';
import { PresentButton } from './button';

const sentence = () => document.querySelector('.slide-sentence')?.textContent;
const title = () => document.querySelector('.presenting h1')?.textContent;

async function presented(options: Parameters<typeof show>[1] = {}): Promise<Shown> {
  const shown = await show(<PresentButton />, options);
  await shown.user.keyboard('p');
  await screen.findByRole('dialog', { name: 'Presentation' });
  return shown;
}

beforeEach(() => {
  for (const [name, value] of [
    ['clientWidth', 1280],
    ['clientHeight', 720],
  ] as const)
    Object.defineProperty(document.documentElement, name, { configurable: true, value });
});
afterEach(() => {
  for (const name of ['clientWidth', 'clientHeight']) Reflect.deleteProperty(document.documentElement, name);
});

describe('presenting', () => {
  it('begins with what is on the page, in projector type, and has no header or prose', async () => {
    const { app } = await presented();
    expect(app.store.getState().experiment.theme).toBe('projector');
    expect(title()).toBe('On the page');
    expect(sentence()).toMatch(/\?$|\.$/);
    const panels = () =>
      [...document.querySelectorAll<HTMLElement>('.presenting [data-panel]')].map(({ dataset }) => dataset['panel']);
    await waitFor(() => expect(panels()).toEqual(['curve', 'data', 'filters']));
  });

  it('is given up by Escape where the stage does not come', async () => {
    const { user } = await show(<PresentButton />);
    // Frames, which it waits for, do not come to a window that nobody sees.
    const frames = vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
    try {
      await user.keyboard('p');
      await waitFor(() => expect(document.querySelector('.presented')).not.toBeNull());
      await user.keyboard('{Escape}');
      expect(document.querySelector('.presented')).toBeNull();
      expect(document.documentElement.dataset['presenting']).toBeUndefined();
    } finally {
      frames.mockRestore();
    }
  });

  it('begins at the step of the tour that was open', async () => {
    await presented({ state: seen(await endOf(), { tour: 'noise' }) });
    expect(title()).toBe('Noise fills every other direction');
  });

  it('goes on by arrows and by the keys of remotes, and no further than its ends', async () => {
    const { user } = await presented();
    await user.keyboard('{ArrowLeft}');
    expect(title()).toBe('On the page');
    await user.keyboard('{PageDown}{ArrowRight}');
    expect(title()).toBe('Noise fills every other direction');
    await user.keyboard('{End}{ArrowRight}');
    expect(title()).toBe('Real digits');
    expect(screen.getByText(`${tour.length + 1} / ${tour.length + 1}`)).toBeTruthy();
    await user.keyboard('{Home}');
    expect(title()).toBe('On the page');
  });

  it('has keys for a run, black, presets and a list of themselves', async () => {
    const { app, user } = await presented();
    await user.keyboard('r');
    expect(app.restart).toHaveBeenCalledOnce();
    await user.keyboard('b');
    expect(document.querySelector('.slide-blank')).not.toBeNull();
    await user.keyboard('{Escape}');
    expect(document.querySelector('.slide-blank')).toBeNull();
    await user.keyboard('2');
    expect(title()).toBe('No noise');
    expect(app.store.getState().experiment.sigma).toBe(0);
    await user.keyboard('?');
    expect(screen.getByRole('region', { name: 'Keys' }).textContent).toContain('PageDown');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: 'Keys' })).toBeNull();
    expect(screen.getByRole('dialog')).toBeTruthy();
  });

  it('is the visitor’s own talk where a pinned run has a line: the runs alone, in order, with their lines as plain text', async () => {
    const state = await endOf();
    const pins = [writeRun(small('sigma=0.4')), writeRun(small('m=8'))];
    const talk = ['<b>Noise</b> & [[more|role:data]].'];
    const before = seen(state, { theme: 'dark', pins, talk });
    const { app, user } = await presented({ state: before });
    const shown = () => app.store.getState().experiment;
    expect([title(), sentence(), shown().sigma]).toEqual(['Run A', talk[0], 0.4]);
    expect(app.play).toHaveBeenCalledOnce();
    await user.keyboard('{End}{ArrowRight}');
    expect([title(), shown().sigma, shown().m]).toEqual(['Run B', before.experiment.sigma, 8]);
    expect(sentence()).toMatch(/\?$|\.$/);
    expect(screen.getByText('2 / 2')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(shown()).toEqual(before.experiment);
  });

  it('leaves everything as it was: experiment, step, colours and focus', async () => {
    const state = withRun(seen(await endOf(), { theme: 'dark' }), { cursor: 20 });
    const { app, user } = await presented({ state });
    await user.keyboard('{PageDown}{PageDown}8');
    expect(app.store.getState().experiment).not.toEqual(state.experiment);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(app.store.getState().experiment).toEqual(state.experiment);
    expect(app.seek).toHaveBeenLastCalledWith(20);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Present' }));
    expect(document.documentElement.dataset['presenting']).toBeUndefined();
  });

  it('goes on at the slide where it was when the page is loaded again, and then leaves everything as it was', async () => {
    const pins = [writeRun(small('sigma=0.4')), writeRun(small('m=8'))];
    const before = seen(await endOf(), { theme: 'dark', pins, talk: ['One', 'Two'] });
    const { app, user, unmount } = await presented({ state: before });
    await user.keyboard('{ArrowRight}');
    const noted = app.present.mock.lastCall![0]!;
    const { experiment } = app.store.getState();
    unmount();
    const again = await show(<PresentButton />, { state: { ...seen(before, experiment), presented: noted } });
    await screen.findByRole('dialog', { name: 'Presentation' });
    expect([title(), sentence(), screen.getByText('2 / 2')]).toEqual(['Run B', 'Two', expect.anything()]);
    expect(again.app.play).toHaveBeenCalledOnce();
    await again.user.keyboard('{Escape}');
    expect(again.app.store.getState().experiment).toEqual(before.experiment);
    expect(again.app.present).toHaveBeenLastCalledWith(null);
  });

  it('ends where full screen is left by the browser', async () => {
    await presented();
    act(() => void document.dispatchEvent(new Event('fullscreenchange')));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('P is a letter like others where somebody writes', async () => {
    const { user } = await show(
      <>
        <input aria-label="field" />
        <PresentButton />
      </>,
    );
    await user.type(screen.getByRole('textbox'), 'p');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
