import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { initialState } from '../../store/state';
import { browser, endOf, show, small, withRun } from '../../ui/testing/render';
import { DataSpectrum, FilterSpectrum } from './panel';

const chart = () => screen.getByRole('img');
const described = () => chart().querySelector('desc')!.textContent;

describe('a spectrum', () => {
  it('of the data says how many singular values stand out, beside the clean ones', async () => {
    await show(<DataSpectrum />);
    expect(chart().getAttribute('aria-label')).toBe('Singular values of the data');
    expect(described()).toMatch(
      /^\d+ of 16 singular values are above a tenth of the largest; the signal has 4 dimensions/,
    );
    expect(chart().textContent).toContain('clean');
  });

  it('of the filters has those before training behind it', async () => {
    await show(<FilterSpectrum />);
    expect(chart().getAttribute('aria-label')).toBe('Singular values of the filters');
    expect(chart().textContent).toContain('at initialisation');
  });

  it('follows the cursor', async () => {
    const state = await endOf();
    const { set } = await show(<FilterSpectrum />, { state });
    const end = described();
    set({ run: { ...state.run, cursor: 0 } });
    expect(described()).not.toBe(end);
  });

  it('opens as a table with one row a singular value', async () => {
    const { user } = await show(<DataSpectrum />);
    await user.click(screen.getByRole('button', { name: 'Numbers: Singular values of the data' }));
    const dialog = await screen.findByRole('dialog', { name: 'Singular values of the data' });
    const rows = within(dialog).getAllByRole('row');
    expect(rows).toHaveLength(1 + 16);
    expect(within(rows[1]!).getByRole('rowheader').textContent).toBe('1');
    expect(dialog.textContent).toContain('above a tenth of the largest');
  });

  it('takes the pointer without losing what it shows', async () => {
    await show(<DataSpectrum />);
    const before = described();
    fireEvent.pointerMove(chart(), { clientX: 300, clientY: 100 });
    expect(described()).toBe(before);
    fireEvent.pointerLeave(chart());
  });

  it('says that images are drawn before there is one, and how far a long one is', async () => {
    const state = initialState(small(), []);
    const { set } = await show(<DataSpectrum />, { state });
    expect(screen.getByText('Drawing the images …')).toBeTruthy();
    set({ data: { ...state.data, progress: 0.4 } });
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(0.4);
    expect(screen.queryByText('Drawing the images …')).toBeNull();
  });

  it('says why it could not be made, and keeps the last good one', async () => {
    const state = await endOf();
    const failed = {
      ...state,
      data: { ...state.data, status: 'failed' as const, failure: { kind: 'no-memory' as const, megabytes: 900 } },
    };
    await show(<DataSpectrum />, { state: failed });
    expect((await screen.findByRole('alert')).textContent).toContain('900');
    expect(described()).toContain('singular values');
  });

  it('of the filters says nothing of what became of the data', async () => {
    const state = await endOf();
    await show(<FilterSpectrum />, {
      state: { ...state, data: { ...state.data, status: 'failed', failure: { kind: 'no-run' } } },
    });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('stays as it was while the next run is loading', async () => {
    const state = await endOf();
    await show(<FilterSpectrum />, { state: withRun(state, { status: 'loading', playing: true }) });
    expect(described()).toContain('singular values');
  });

  it('is not drawn before it is near the screen', async () => {
    browser.sight = false;
    const { container } = await show(<DataSpectrum />);
    expect(container.querySelector('svg.chart')!.childElementCount).toBe(0);
  });

  it('fits the height that a frame leaves to it', async () => {
    const { container } = await show(<DataSpectrum />, { room: 120 });
    expect(container.querySelector('svg.chart')!.getAttribute('height')).toBe('120');
  });

  it('has the sizes of a phone on a phone', async () => {
    browser.width = 360;
    const { container } = await show(<DataSpectrum />);
    expect(container.querySelector('svg.chart')!.getAttribute('width')).toBe('360');
  });

  it('is in Chinese where the page is', async () => {
    await show(<DataSpectrum />, { language: 'zh' });
    expect(chart().getAttribute('aria-label')).toBe('数据的奇异值');
  });
});
