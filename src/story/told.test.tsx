import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { AppState } from '../store/state';
import type { Strings } from '../strings/en';
import { loadFirst, wholeWords } from '../strings/load';
import { endOf, seen, show, withRun } from '../ui/testing/render';
import { NoiseStory } from './data-stories';
import { Told } from './told';

const tell = vi.fn(
  (words: Strings, { experiment, picked }: AppState) => `${words.close} ${experiment.sigma} ${picked ?? ''}`,
);

describe('what is measured, in words', () => {
  it('follows the state while it is in sight', async () => {
    const { set } = await show(<Told visible tell={tell} />, { state: seen(await endOf(), { sigma: 0.25 }) });
    await screen.findByText('Close 0.25');
    set({ picked: 3 });
    await screen.findByText('Close 0.25 3');
  });

  it('rests out of sight, but is said in the language of the page', async () => {
    const { set } = await show(<Told visible={false} tell={tell} />, { state: seen(await endOf(), { sigma: 0.25 }) });
    await screen.findByText('Close 0.25');
    tell.mockClear();
    set({ picked: 3 });
    set({ picked: 4 });
    expect(tell).not.toHaveBeenCalled();
    screen.getByText('Close 0.25');
    await act(() => Promise.all([loadFirst('zh'), wholeWords('zh')]));
    set({ language: 'zh' });
    const { close } = await wholeWords('zh');
    await screen.findByText(`${close} 0.25 4`);
  });
});

describe('a story', () => {
  it('is not drawn again for steps of the run that it does not speak of', async () => {
    const state = await endOf('sigma=0.2');
    const { container, set } = await show(<NoiseStory />, { state });
    await screen.findByRole('heading', { level: 2 });
    const changed = vi.fn();
    const prose = container.querySelector('.prose')!;
    new MutationObserver(changed).observe(prose, { childList: true, characterData: true, subtree: true });
    set(withRun(state, { latest: state.run.initial }));
    set({ picked: 2 });
    await act(() => Promise.resolve());
    expect(changed).not.toHaveBeenCalled();
    set({ experiment: { ...state.experiment, sigma: 0 } });
    await act(() => Promise.resolve());
    expect(changed).toHaveBeenCalled();
  });
});
