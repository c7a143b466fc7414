import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { initialState } from '../../store/state';
import { browser, endOf, seen, show, small, withRun } from '../../ui/testing/render';
import { CleanSpectrum, DataSpectrum, FilterSpectrum } from './panel';

const chart = () => screen.getByRole('img');
const figure = (role: string) => document.querySelector<HTMLElement>(`[data-figure="${role}"]`)!;
const described = () => chart().querySelector('desc')!.textContent;

describe('a spectrum', () => {
  it('of the data says how many singular values stand out, beside the clean ones', async () => {
    await show(<DataSpectrum />, { room: 240 });
    expect(chart().getAttribute('aria-label')).toBe('Singular values of the data');
    expect(described()).toMatch(
      /^\d+ of 16 singular values are above a tenth of the largest; the signal has 4 dimensions/,
    );
    expect(chart().textContent).toContain('clean');
  });

  it('of the filters has those before training behind it', async () => {
    await show(<FilterSpectrum />, { room: 240 });
    expect(chart().getAttribute('aria-label')).toBe('Singular values of the filters');
    expect(chart().textContent).toContain('at initialisation');
  });

  it('of the clean data stands beside that of the noisy ones', async () => {
    await show(<CleanSpectrum />);
    expect(chart().getAttribute('aria-label')).toBe('Singular values of the clean data');
    expect(figure('clean').textContent).toMatch(/^Clean datastable rank\d\.\d$/);
    expect(screen.queryByText('Drawing the images …')).toBeNull();
  });

  it('has its rank beside its name: exactly, for scripts, and as the sum of its bars', async () => {
    const state = await endOf();
    await show(<DataSpectrum />, { state });
    const s = state.data.spectrum!.data;
    const stable = s.reduce((sum, value) => sum + value * value, 0) / s[0]! ** 2;
    expect(Number(figure('data').dataset['value'])).toBeCloseTo(stable, 10);
    expect(figure('data').textContent).toBe(`Data at σ\u00a0=\u00a00.20stable rank${stable.toFixed(1)}`);
    expect(chart().textContent).toContain('the bars add up to the rank');
  });

  it('says another rank and matrix by name, and nothing of a sum where bars make none', async () => {
    const state = await endOf();
    const { set } = await show(<DataSpectrum />, { state: seen(state, { rank: 'effective', matrix: 'image' }) });
    expect(figure('data').querySelector('.caption')!.textContent).toBe('effective rank · image matrix');
    expect(chart().textContent).not.toContain('add up');
    set(seen(state, { rank: 'numerical' }));
    expect(figure('data').querySelector('.value')!.textContent).toMatch(/^\d+$/);
    expect(chart().textContent).toContain('the rank counts those above 1%');
    set(seen(state, { scale: 'log' }));
    expect(chart().textContent).not.toContain('add up');
  });

  it('of the filters says at which step, and how much of their energy is signal', async () => {
    const state = await endOf();
    const { set } = await show(<FilterSpectrum />, { state });
    expect(figure('filters').textContent).toMatch(/^Filters after 40 steps/);
    expect(Number(figure('filters').dataset['share'])).toBeGreaterThan(0);
    expect(chart().textContent).toMatch(/[\d.]+% in the signal span/);
    set({ run: { ...state.run, cursor: 0 } });
    expect(figure('filters').textContent).toMatch(/^Filters before training/);
  });

  it('names the noise that it is of, while a slider is ahead of it; its rank is a dash before there is one', async () => {
    const { set } = await show(<DataSpectrum />, { state: seen(await endOf(), { sigma: 0.5 }) });
    expect(figure('data').textContent).toContain('σ\u00a0=\u00a00.20');
    set({ data: initialState(small(), []).data });
    expect(figure('data').querySelector('.value')!.textContent).toBe('–');
    expect(figure('data').dataset['value']).toBeUndefined();
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
    expect(container.querySelector('svg.chart')!.getAttribute('height')).toBe('88');
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
