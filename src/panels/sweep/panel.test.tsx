import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { endOf, seen, show, summary, swept } from '../../ui/testing/render';
import { Sweep } from './panel';

const status = () => screen.getByRole('status').textContent;
const points = () => within(screen.getByRole('group', { name: 'Measured levels of noise' })).getAllByRole('button');

describe('the noise sweep', () => {
  it('before it is drawn has nothing to show on the page, and starts', async () => {
    const { app, user } = await show(<Sweep visible />);
    expect(screen.queryByRole('img')).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Draw the curve: \d+ levels of noise$/ }));
    expect(app.startSweep).toHaveBeenCalledWith('sweep');
  });

  it('in a frame says before it is drawn that nothing is measured', async () => {
    await show(<Sweep visible />, { room: 300 });
    expect(screen.getByRole('img').textContent).toContain('Nothing is measured yet.');
    expect(screen.queryByRole('group', { name: 'Measured levels of noise' })).toBeNull();
  });

  it('under way says how far it is, and can be stopped', async () => {
    const { app, user } = await show(<Sweep visible />, {
      state: swept(await endOf(), 'sweep', { status: 'running', done: 3 }),
    });
    const total = app.store.getState().sweep.results.length;
    expect(status()).toBe(` 3 of ${total} runs`);
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBeCloseTo(3 / total);
    expect(points()).toHaveLength(3);
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(app.stopSweep).toHaveBeenCalledOnce();
  });

  it('stopped can be resumed or run again', async () => {
    const { app, user } = await show(<Sweep visible />, {
      state: swept(await endOf(), 'sweep', { status: 'stopped', done: 3 }),
    });
    expect(status()).toMatch(/^Stopped: 3 of \d+ runs made$/);
    await user.click(screen.getByRole('button', { name: 'Resume' }));
    expect(app.resumeSweep).toHaveBeenCalledWith('sweep');
    await user.click(screen.getByRole('button', { name: 'Run again' }));
    expect(app.startSweep).toHaveBeenCalledWith('sweep');
  });

  it('that failed says why, keeps what was measured and can be resumed', async () => {
    await show(<Sweep visible />, {
      state: swept(await endOf(), 'sweep', { status: 'failed', done: 2, failure: { kind: 'worker-not-started' } }),
    });
    expect(screen.getByRole('alert').textContent).toMatch(/^2 of \d+ runs made, then: ./);
    expect(points()).toHaveLength(2);
    expect(screen.getByRole('button', { name: 'Resume' })).toBeTruthy();
  });

  it('says whether the browser keeps it, and can be forgotten where it does', async () => {
    const state = swept(await endOf(), 'sweep');
    const { app, user, set } = await show(<Sweep visible />, { state });
    expect(screen.queryByText(/^Kept on this device/)).toBeNull();
    set({ sweepsKept: { sweep: true, map: null } });
    expect(screen.getByText(/^Kept on this device/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Forget every sweep and map that is kept on this device' }));
    expect(app.forgetSweeps).toHaveBeenCalledOnce();
    set({ sweepsKept: { sweep: false, map: null } });
    expect(screen.getByText(/^The browser does not keep it for the next visit/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Forget/ })).toBeNull();
  });

  it('of other settings says so, and only runs again', async () => {
    const state = swept(await endOf(), 'sweep', { status: 'stopped', done: 3 });
    await show(<Sweep visible />, { state: seen(state, { m: 8 }) });
    expect(screen.getByText('Measured for other settings than the current ones.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Resume' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Run again' }).className).toContain('primary');
  });

  it('finished is told by every point, each a button that opens its run', async () => {
    const state = swept(await endOf(), 'sweep');
    const { app, user } = await show(<Sweep visible />, { state });
    expect(status()).toBe(`${state.sweep.results.length} runs made`);
    expect(points()[0]!.textContent).toBe('σ = 0: noisy data 9.5, filters 2.5, test accuracy 0.75. Opens this run.');
    await user.click(points()[2]!);
    expect(app.openRun).toHaveBeenCalledOnce();
    expect(app.openRun.mock.calls[0]![0].sigma).toBe(state.sweep.plan!.axes[0]!.values[2]);
  });

  it('says of a level whose run diverged that it did', async () => {
    const state = swept(await endOf(), 'sweep');
    const [first, ...others] = state.sweep.results;
    await show(<Sweep visible />, {
      state: { ...state, sweep: { ...state.sweep, results: [summary({ ...first, diverged: true }), ...others] } },
    });
    expect(points()[0]!.textContent).toContain('filters diverged');
  });

  it('has one Tab stop, and arrows between its points', async () => {
    const { user } = await show(<Sweep visible />, { state: swept(await endOf(), 'sweep') });
    act(() => points()[0]!.focus());
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
    expect(document.activeElement).toBe(points()[1]);
    expect(points().filter(({ tabIndex }) => tabIndex === 0)).toEqual([points()[1]]);
  });

  it('opens nothing where a press finds no point', async () => {
    const { app } = await show(<Sweep visible />, { state: swept(await endOf(), 'sweep') });
    fireEvent.pointerUp(screen.getByRole('img'), { clientX: -100, clientY: -100 });
    expect(app.openRun).not.toHaveBeenCalled();
  });

  it('is in Chinese where the page is', async () => {
    const state = swept(await endOf(), 'sweep');
    await show(<Sweep visible />, { language: 'zh', state });
    expect(status()).toBe(`已完成 ${state.sweep.results.length} 次运行`);
  });
});
