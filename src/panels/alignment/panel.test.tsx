import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { initialState } from '../../store/state';
import { endOf, show, small } from '../../ui/testing/render';
import { AlignmentMap } from './panel';

const filter = (at: number) => within(screen.getByRole('group', { name: 'Filters' })).getAllByRole('button')[at]!;
const readout = () => document.querySelector('.readout')!.textContent;

describe('the alignment of the filters', () => {
  it('is a picture of the step that is shown', async () => {
    await show(<AlignmentMap visible />);
    expect(
      screen.getByRole('img', { name: 'Alignment of the filters with the signal vectors at step 40' }),
    ).toBeTruthy();
  });

  it('opens as a table with a row a filter', async () => {
    const { user } = await show(<AlignmentMap visible />);
    await user.click(screen.getByRole('button', { name: /^Numbers: Alignment/ }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getAllByRole('row')).toHaveLength(1 + 8);
    expect(within(dialog).getAllByRole('rowheader')[0]!.textContent).toMatch(/^Filter \d of class/);
  });

  it('shows one filter over time where it is picked, until that is closed', async () => {
    const { user, app } = await show(<AlignmentMap visible />);
    expect(screen.queryByRole('img', { name: 'Alignment of one filter during training' })).toBeNull();
    await user.click(filter(0));
    const track = screen.getByRole('img', { name: 'Alignment of one filter during training' });
    expect(track.textContent).toMatch(/At the end its largest cosine is/);
    expect(app.store.getState().picked).not.toBeNull();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(app.pick).toHaveBeenLastCalledWith(null);
    expect(screen.queryByRole('img', { name: 'Alignment of one filter during training' })).toBeNull();
  });

  it('says in words where the energy of the filter under the focus lies', async () => {
    const { user } = await show(<AlignmentMap visible />);
    expect(readout()).toMatch(/^Step 40\. Pick a filter/);
    await user.tab();
    expect(readout()).toMatch(/^Filter \d of class .*% of its energy off the signal span\.$/);
  });

  it('forgets a filter that is pointed at or picked, and a signal vector, with the network that had it', async () => {
    const wide = await endOf('m=16&k=2'),
      narrow = await endOf('m=2&k=1');
    const { user, set } = await show(<AlignmentMap visible />, { state: wide });
    const last = within(screen.getByRole('group', { name: 'Filters' }))
      .getAllByRole('button')
      .at(-1)!;
    await user.click(last);
    expect(readout()).toMatch(/^Filter \d+ of class/);
    set({ run: narrow.run, experiment: narrow.experiment });
    expect(readout()).toMatch(/^Step 40\. Pick a filter/);
    expect(screen.queryByRole('img', { name: 'Alignment of one filter during training' })).toBeNull();
  });

  it('says when it will be there, before the first run', async () => {
    await show(<AlignmentMap visible />, { state: initialState(small(), []) });
    expect(screen.getByText('The alignment is shown as soon as the first run has begun.')).toBeTruthy();
  });

  it('holds at step 0 too', async () => {
    await show(<AlignmentMap visible />, { state: await endOf('', 0) });
    expect(screen.getByRole('img', { name: /at step 0$/ })).toBeTruthy();
  });

  it('is in Chinese where the page is', async () => {
    await show(<AlignmentMap visible />, { language: 'zh' });
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('对齐');
  });
});
