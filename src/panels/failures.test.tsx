import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../store/state';
import { answered, endOf, show, unanswered } from '../ui/testing/render';
import { Placed } from './placed';

const problem = { kind: 'worker-not-started' } as const;
const failedData = (state: AppState): AppState => ({
  ...state,
  data: { ...state.data, status: 'failed', spectrum: null, failure: problem },
});

describe('what failed beside the run', () => {
  it.each([
    ['images', (state: AppState) => unanswered(state, 'images', problem)],
    ['theory', (state: AppState) => unanswered(state, 'otherMatrix', problem)],
    ['theory', failedData],
    ['data', failedData],
  ] as const)('is named in the panel %s, which offers to make it anew', async (name, fail) => {
    const { app, user } = await show(<Placed name={name} />, { room: 600, state: fail(await endOf()) });
    expect((await screen.findByRole('alert')).textContent).toContain('The training worker could not be started');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(app.retry).toHaveBeenCalledOnce();
  });
});

describe('the panel of images', () => {
  const vector = (length: number) => new Float64Array(length);
  const images = { values: vector(4 * 32), labels: Float64Array.of(1, -1, 1, -1), count: 4, patches: 2, dimension: 16 };
  const sample = { from: 4, noisy: images, clean: images };

  it('tells the store that it is there, and leafs through them', async () => {
    const state = answered(await endOf(), 'images', sample as never);
    const { app, user, unmount } = await show(<Placed name="images" />, { state });
    await screen.findByText('Images 5 to 8 of 16');
    expect(app.watch).toHaveBeenLastCalledWith('images', 'seen');
    await user.click(screen.getByRole('button', { name: 'Next' }));
    await user.click(screen.getByRole('button', { name: 'Previous' }));
    expect(app.turnImages.mock.calls).toEqual([[1], [-1]]);
    unmount();
    expect(app.watch).toHaveBeenLastCalledWith('images', null);
  });
});
