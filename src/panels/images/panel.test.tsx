import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../store/state';
import { testEngine } from '../../store/testing-runs';
import { wantedMargins } from '../../store/views/margins';
import { answered, endOf, show, unanswered, withRun } from '../../ui/testing/render';
import { Images } from './panel';

/** With the first images drawn. */
async function drawn(state?: AppState): Promise<AppState> {
  const at = state ?? (await endOf());
  const seen: AppState = {
    ...answered(at, 'images', await testEngine.images({ experiment: at.experiment, from: 0, count: 4 })),
    watched: { images: 'seen' },
  };
  const of = wantedMargins(seen);
  if (!of) return seen;
  const { experiment, sample, frame } = of;
  const said = await testEngine.said({ experiment, matrices: frame.matrices, images: sample.noisy });
  return { ...seen, margins: { of, outputs: said!.outputs, attention: null } };
}

describe('the training images', () => {
  it('stand with their noise and without it, each with what the network makes of it', async () => {
    await show(<Images visible />, { state: await drawn() });
    expect(screen.getByRole('status').textContent).toBe('Images 1 to 4 of 16');
    for (let image = 1; image <= 4; image++) {
      expect(
        screen.getByRole('img', { name: new RegExp(`^Image ${image} with noise, class [+−]1 · [uv]`) }),
      ).toBeTruthy();
      expect(screen.getByRole('img', { name: `Image ${image} without noise` })).toBeTruthy();
    }
    const margins = [...document.querySelectorAll('.margin')].map(({ textContent }) => textContent);
    expect(margins).toHaveLength(4);
    for (const margin of margins) expect(margin).toMatch(/^(✓ right|✗ wrong), margin −?\d+\.\d\d$/);
  });

  it('have the signal vectors below them', async () => {
    await show(<Images visible />, { state: await drawn() });
    expect(screen.getByRole('heading', { name: 'The signal vectors' })).toBeTruthy();
    expect(screen.getAllByRole('img', { name: /^Signal vector/ })).toHaveLength(4);
  });

  it('have their places kept while they are drawn', async () => {
    const { container } = await show(<Images visible />);
    expect(screen.getByRole('status').textContent).toBe('Drawing the images …');
    expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
    expect(container.querySelectorAll('ul.images[aria-hidden="true"] li')).toHaveLength(4);
  });

  it('are leafed through, there and back', async () => {
    const { app, user } = await show(<Images visible />, { state: await drawn() });
    await user.click(screen.getByRole('button', { name: 'Next' }));
    await user.click(screen.getByRole('button', { name: 'Previous' }));
    expect(app.turnImages.mock.calls).toEqual([[1], [-1]]);
  });

  it('that could not be drawn say why, and are asked for again', async () => {
    const { app, user } = await show(<Images visible />, {
      state: unanswered(await endOf(), 'images', { kind: 'worker-not-started' }),
    });
    expect(screen.getByRole('alert').textContent!.length).toBeGreaterThan(20);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(app.retry).toHaveBeenCalledOnce();
  });

  it('have no margin before there is a network', async () => {
    const state = await drawn();
    await show(<Images visible />, { state: withRun(state, { latest: null, history: [], signal: null }) });
    expect(document.querySelector('.margin')!.textContent).toBe('–');
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('tell the page that they are seen, and when they are not', async () => {
    const { app, unmount } = await show(<Images visible />);
    expect(app.watch).toHaveBeenLastCalledWith('images', 'seen');
    unmount();
    expect(app.watch).toHaveBeenLastCalledWith('images', null);
  });

  it('are in Chinese where the page is', async () => {
    await show(<Images visible />, { language: 'zh', state: await drawn() });
    expect(screen.getByRole('status').textContent).toMatch(/[\u4e00-\u9fff]/);
  });
});
