import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { knownLines, knownRun } from '../../store/testing-known';
import type { AppState } from '../../store/state';
import { curvePlan } from '../../store/views/curve-plan';
import { endOf, seen, show } from '../../ui/testing/render';
import Curve from './panel';

const slider = () => screen.getByRole<HTMLInputElement>('slider', { name: 'Background noise σ' });
const status = () => screen.getByRole('status', { name: 'The curve' }).textContent;
const layer = (name: string) => document.querySelector(`[data-layer="${name}"]`)!;
const texts = (name: string) => [...layer(name).querySelectorAll('text')].map(({ textContent }) => textContent);

/** With the row under the curve, which comes after it. */
const whole: typeof show = async (...given) => {
  const shown = await show(...given);
  await screen.findByRole('status');
  return shown;
};

/** A state whose curve is drawn: noise leads from half of the levels on. */
async function drawn(made = Infinity, patch: Partial<AppState> = {}): Promise<AppState> {
  const state = await endOf('sigma=0.2');
  const { levels } = curvePlan(state.experiment, [], null);
  const runs = levels
    .slice(0, made)
    .map((sigma, i) =>
      knownRun(
        { ...state.experiment, sigma },
        i < levels.length / 2
          ? { data: 6 + 6 * i, filters: 4.5, share: 0.99 }
          : { data: 40, filters: 8, share: 0.1, summary: { testAccuracy: 0.52 } },
      ),
    );
  return { ...state, known: knownLines(runs), ...patch };
}

describe('rank against noise', () => {
  it('has the noise slider along its axis, which says the noise and both ranks', async () => {
    const { app } = await whole(<Curve />, { state: await drawn() });
    expect(slider().getAttribute('aria-valuetext')).toMatch(
      /^σ\u00a0=\u00a00\.20: noisy data \d+\.\d, filters \d+\.\d$/,
    );
    expect(Number(slider().max)).toBeGreaterThan(0.2);
    fireEvent.change(slider(), { target: { value: '0.31' } });
    expect(app.change).toHaveBeenCalledWith({ sigma: 0.31 }, { chase: true });
    expect(slider().getAttribute('aria-valuetext')).toMatch(/^σ\u00a0=\u00a00\.31: noisy data about /);
    expect(texts('now')).toEqual(['σ\u00a0=\u00a00.31']);
  });

  it('gives the noise its default back by the Delete key', async () => {
    const { app } = await whole(<Curve />, { state: await drawn() });
    fireEvent.keyDown(slider(), { key: 'Delete' });
    expect(app.toDefault).toHaveBeenCalledWith('sigma');
  });

  it('is moved by a press anywhere in the plot, and held while it is pressed', async () => {
    const { app } = await whole(<Curve />, { state: await drawn() });
    const plot = document.querySelector('.curve-plot')!;
    const at = { clientX: 1e4, clientY: 50, button: 0, isPrimary: true, pointerId: 1 };
    fireEvent.pointerDown(plot, at);
    expect(app.hold).toHaveBeenLastCalledWith(true);
    expect(slider().value).toBe(slider().max);
    expect(document.activeElement).toBe(slider());
    fireEvent.pointerMove(plot, { ...at, clientX: -1e4 });
    expect(slider().value).toBe('0');
    fireEvent.pointerUp(plot, { ...at, clientX: -1e4 });
    fireEvent.pointerMove(plot, at);
    expect(slider().value).toBe('0');
  });

  it('leaves a finger that goes along the page to scroll it, and follows one that goes sideways', async () => {
    const { app } = await whole(<Curve />, { state: await drawn() });
    const plot = document.querySelector('.curve-plot')!;
    const at = { clientX: 100, clientY: 50, button: 0, isPrimary: true, pointerId: 1, pointerType: 'touch' };
    fireEvent.pointerDown(plot, at);
    fireEvent.pointerMove(plot, { ...at, clientY: 90 });
    fireEvent.pointerCancel(plot, at);
    expect(app.change).not.toHaveBeenCalled();
    fireEvent.pointerDown(plot, at);
    fireEvent.pointerMove(plot, { ...at, clientX: 1e4 });
    expect(slider().value).toBe(slider().max);
  });

  it('draws nothing of the curve anew while the handle moves', async () => {
    const { set, app } = await whole(<Curve />, { state: await drawn() });
    const watched = new MutationObserver(() => undefined);
    for (const name of ['data', 'filters', 'marks', 'ground', 'track', 'names', 'told'])
      watched.observe(layer(name), { subtree: true, childList: true, attributes: true, characterData: true });
    set({ experiment: { ...app.store.getState().experiment, sigma: 0.33 } });
    expect(texts('now')).toEqual(['σ\u00a0=\u00a00.33']);
    expect(watched.takeRecords()).toEqual([]);
  });

  it('before any run shows the prediction, and says so', async () => {
    await whole(<Curve />, { state: seen(await endOf(), { sigma: 0.3 }) });
    expect(status()).toBe('Dashed: predicted. Runs follow.');
    expect(layer('predicted').childElementCount).toBe(1);
    expect(slider().getAttribute('aria-valuetext')).toMatch(
      /^σ\u00a0=\u00a00\.30: noisy data not measured, filters not measured$/,
    );
  });

  it('under way shows how far it is, without speaking of every run', async () => {
    const { set, app } = await whole(<Curve />, { state: await drawn(3, {}) });
    const { curve } = app.store.getState();
    set({ curve: { ...curve, status: 'running' } });
    expect(status()).toBe('Runs are being made.');
    expect(screen.getByText(/^3 of 12 runs$/).getAttribute('aria-hidden')).toBe('true');
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBeCloseTo(0.25);
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  });

  it('too costly to draw by itself says what it costs, is drawn when asked, and can then be stopped and resumed', async () => {
    const { set, app, user } = await whole(<Curve />, { state: await drawn(2) });
    const { curve } = app.store.getState();
    set({ curve: { ...curve, status: 'offered' } });
    expect(status()).toMatch(/^The whole curve: 10 runs, about \d+ (s|min)\.$/);
    await user.click(screen.getByRole('button', { name: 'Draw it' }));
    expect(app.drawCurve).toHaveBeenCalledOnce();
    set({ curve: { ...curve, status: 'running' } });
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(app.stopCurve).toHaveBeenCalledOnce();
    set({ curve: { ...curve, status: 'stopped' } });
    expect(status()).toBe('Stopped: 2 of 12 runs made.');
    await user.click(screen.getByRole('button', { name: 'Resume' }));
    expect(app.drawCurve).toHaveBeenCalledTimes(2);
  });

  it('that failed says why, and can be tried again', async () => {
    const { set, app, user } = await whole(<Curve />, { state: await drawn(2) });
    set({ curve: { ...app.store.getState().curve, status: 'failed', failure: { kind: 'worker-not-started' } } });
    expect(status()).toMatch(/^The curve stopped: ./);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(app.drawCurve).toHaveBeenCalledOnce();
  });

  it('complete says of the noisy ground what is measured there, and that each point is a run', async () => {
    await whole(<Curve />, { state: await drawn() });
    expect(status()).toBe('12 runs, one a point');
    expect(texts('told').join(' ')).toMatch(
      /^from here on the filters hold more noise than signal \(measured, σ\u00a0=\u00a00\.\d\d\)/,
    );
  });

  it('has every measured point as a button, which opens its run', async () => {
    const state = await drawn(4);
    const { app, user } = await whole(<Curve />, { state });
    const points = within(await screen.findByRole('group', { name: 'Measured levels of noise' })).getAllByRole(
      'button',
    );
    expect(points).toHaveLength(4);
    expect(points[0]!.textContent).toBe('σ = 0: noisy data 6.0, filters 4.5, test accuracy 1.00. Opens this run.');
    act(() => points[0]!.focus());
    await user.keyboard('{ArrowRight}');
    expect(layer('highlight').childElementCount).toBe(2);
    await user.keyboard('{Enter}');
    expect(app.openRun).toHaveBeenCalledOnce();
    expect(app.openRun.mock.calls[0]![0].sigma).toBe(curvePlan(state.experiment, [], null).levels[1]);
  });

  it('is the same curve in another notion of rank, one press away', async () => {
    const { app, user } = await whole(<Curve />, { state: await drawn() });
    await user.click(screen.getByRole('button', { name: 'Numerical' }));
    expect(app.change).toHaveBeenCalledWith({ rank: 'numerical' });
    expect(screen.getByRole('button', { name: 'Numerical' }).getAttribute('aria-pressed')).toBe('true');
    expect(texts('axes').join()).toContain('numerical rank');
  });

  it('offers the energy rank where a link has it', async () => {
    await whole(<Curve />, { state: seen(await endOf(), { rank: 'energy' }) });
    expect(screen.getByRole('button', { name: 'Energy' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('tells the store that it is in sight', async () => {
    const { app, unmount } = await show(<Curve />);
    expect(app.watch).toHaveBeenCalledWith('curve', 'seen');
    unmount();
    expect(app.watch).toHaveBeenLastCalledWith('curve', null);
  });

  it('leaves the row of words out of a frame that is too low for it', async () => {
    await show(<Curve />, { room: 150, state: await drawn() });
    expect(screen.queryByRole('button', { name: 'Stable' })).toBeNull();
    expect(slider()).toBeTruthy();
  });

  it('is in Chinese where the page is', async () => {
    await whole(<Curve />, { language: 'zh', state: await drawn(), room: 400 });
    expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toMatch(/^σ\u00a0=\u00a00\.20：含噪数据/);
  });
});
