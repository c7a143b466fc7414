import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../experiment/parameters';
import type { AppState } from '../../store/state';
import { questions } from '../../store/views/questions';
import { imageSample } from '../../training/image-sample';
import { endOf, seen, show, unanswered } from '../../ui/testing/render';
import OneTrainingImage from './one-image';

async function withImage(patch: Partial<Experiment> = {}): Promise<AppState> {
  const state = seen(await endOf(), patch);
  const asking = questions.oneImage.of(state)!;
  const answers = [{ ...asking, answer: await imageSample(asking.params, {} as never) }];
  return { ...state, asked: { ...state.asked, oneImage: { answers, failed: null } } };
}
const said = () => [...document.querySelectorAll('.one-image p')].map(({ textContent }) => textContent);

describe('a training image beside the curve', () => {
  it('says what it shows and what the rest is, at the noise of the slider', async () => {
    const state = await withImage();
    const { set } = await show(<OneTrainingImage />, { state });
    expect(screen.getByRole('heading').textContent).toMatch(/^One of \d+ training images$/);
    expect(said()).toEqual(['the object: one of 4 patterns', 'the rest: noise, σ\u00a0=\u00a00.20']);
    set({ experiment: { ...state.experiment, sigma: 0.55 } });
    expect(said()[1]).toBe('the rest: noise, σ\u00a0=\u00a00.55');
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('0.55');
    set({ experiment: { ...state.experiment, sigma: 0 } });
    expect(said()[1]).toBe('the rest: empty');
  });

  it('says so where noise is everywhere, and where none reaches it', async () => {
    const { unmount } = await show(<OneTrainingImage />, { state: await withImage({ noise: 'everywhere' }) });
    expect(said()[1]).toBe('noise on all of it, σ\u00a0=\u00a00.20');
    unmount();
    await show(<OneTrainingImage />, { state: await withImage({ patches: 1 }) });
    expect(said()).toEqual(['one of 4 patterns', 'no noise in it']);
  });

  it('keeps its place before it is drawn, and where it cannot be', async () => {
    const { container, set } = await show(<OneTrainingImage />);
    expect(container.querySelector('.picture-place')).not.toBeNull();
    set(unanswered(await endOf(), 'oneImage', { kind: 'no-run' }));
    expect(container.querySelector('.picture-place')).not.toBeNull();
  });
});
