import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { initialState } from '../../store/state';
import { endOf, seen, show, small } from '../../ui/testing/render';
import FiguresPanel from './panel';

const figure = (role: string) => document.querySelector<HTMLElement>(`[data-figure="${role}"]`)!;

describe('the three ranks', () => {
  it('stand beside each other, in the notion and of the matrix that are chosen', async () => {
    const { set, app } = await show(<FiguresPanel />);
    expect(screen.getByRole('region', { name: 'Ranks' }).textContent).toContain('Clean data');
    expect(figure('clean').textContent).toMatch(/^\d\.\dClean datastable rank$/);
    expect(figure('data').textContent).toMatch(
      /^\d+\.\dData with noise σ\u00a0=\u00a00\.20stable rank · patch matrix$/,
    );
    expect(figure('filters').textContent).toMatch(
      /Learned filtersstable rank · (over )?[\d.]+% of what training moved is signal$/,
    );
    const { experiment } = app.store.getState();
    set({ experiment: { ...experiment, rank: 'numerical', matrix: 'image' } });
    expect(figure('filters').textContent).toMatch(/^\d+Learned filtersnumerical rank/);
    expect(figure('clean').textContent).toContain('image matrix');
  });

  it('carry their exact values for scripts', async () => {
    const state = await endOf();
    await show(<FiguresPanel />, { state });
    const s = state.data.spectrum!.data;
    const stable = s.reduce((sum, value) => sum + value * value, 0) / s[0]! ** 2;
    expect(Number(figure('data').dataset['value'])).toBeCloseTo(stable, 10);
  });

  it('are dashes before there is anything to count', async () => {
    await show(<FiguresPanel />, { state: initialState(small(), []) });
    for (const role of ['clean', 'data', 'filters']) {
      expect(figure(role).querySelector('.value')!.textContent).toBe('–');
      expect(figure(role).dataset['value']).toBeUndefined();
    }
  });

  it('name the noise of the spectrum that is shown, while a slider is ahead of it', async () => {
    await show(<FiguresPanel />, { state: seen(await endOf(), { sigma: 0.5 }) });
    expect(figure('data').textContent).toContain('σ\u00a0=\u00a00.20');
  });

  it('are in Chinese where the page is', async () => {
    await show(<FiguresPanel />, { language: 'zh' });
    expect(screen.getByRole('region', { name: '秩' }).textContent).toContain('稳定秩');
  });
});
