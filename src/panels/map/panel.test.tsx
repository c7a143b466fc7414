import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { endOf, seen, show, swept } from '../../ui/testing/render';
import { PhaseMap } from './panel';

const cells = () => within(screen.getByRole('group', { name: 'Cells of the map' })).getAllByRole('button');
const readout = () => document.querySelector('.readout')!.textContent;

describe('the phase map', () => {
  it('before it is drawn has nothing to show on the page, and starts', async () => {
    const { app, user } = await show(<PhaseMap visible />);
    expect(screen.queryByRole('img')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Draw the map' }));
    expect(app.startSweep).toHaveBeenCalledWith('map');
  });

  it('in a frame says before it is drawn that nothing is measured, in both its charts', async () => {
    await show(<PhaseMap visible />, { room: 400 });
    expect(screen.getAllByRole('img')).toHaveLength(2);
    expect(document.querySelector('.missing')!.textContent).toBe('Nothing is measured yet.');
  });

  it('has a button for each measured cell, in words of both parameters', async () => {
    const { app, user } = await show(<PhaseMap visible />, { state: swept(await endOf(), 'map', { done: 20 }) });
    expect(cells()).toHaveLength(20);
    expect(cells()[0]!.textContent).toMatch(
      /^σ = [\d.]+, n = \d+: signal share 0\.90, test accuracy 0\.75\. Opens this run\.$/,
    );
    await user.click(cells()[0]!);
    expect(app.openRun).toHaveBeenCalledOnce();
  });

  it('is read row by row: up is the next row, and what has the focus is said below', async () => {
    const { user } = await show(<PhaseMap visible />, { state: swept(await endOf(), 'map', { done: 32 }) });
    act(() => cells()[0]!.focus());
    const first = readout();
    expect(cells()[0]!.textContent).toContain(first);
    await user.keyboard('{ArrowUp}');
    expect(readout()).not.toBe(first);
    expect(readout()!.split(',')[0]).toBe(first!.split(',')[0]);
    await user.keyboard('{ArrowDown}{ArrowRight}');
    expect(readout()!.split(', ')[1]!.split(':')[0]).toBe(first!.split(', ')[1]!.split(':')[0]);
  });

  it('changes its second axis and what its colours mean', async () => {
    const { app, user } = await show(<PhaseMap visible />);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Second axis' }), 'm');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Colour' }), 'accuracy');
    expect(app.change.mock.calls).toEqual([[{ axis: 'm' }], [{ cells: 'accuracy' }]]);
  });

  it('of other settings is marked as such', async () => {
    const state = swept(await endOf(), 'map');
    await show(<PhaseMap visible />, { state: seen(state, { q: 4 }) });
    expect(screen.getByText('Measured for other settings than the current ones.')).toBeTruthy();
  });

  it('is in Chinese where the page is', async () => {
    await show(<PhaseMap visible />, { language: 'zh', room: 400 });
    expect(document.querySelector('.missing')!.textContent).toMatch(/[\u4e00-\u9fff]/);
  });
});
