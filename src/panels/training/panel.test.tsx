import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { shareOfStep } from '../../charts/kit/scales';
import type { AppState } from '../../store/state';
import { initialState } from '../../store/state';
import { endOf, show, small, withRun } from '../../ui/testing/render';
import { Outcome, Trouble } from './outcome';
import TrainingPanel from './panel';

const metric = (id: string) => document.querySelector(`[data-metric="${id}"]`)!.textContent;
const slider = () => screen.findByRole<HTMLInputElement>('slider', { name: 'Step shown' });

describe('the training panel', () => {
  it('says step, loss, accuracies and backend of the frame that is shown', async () => {
    const state = withRun(await endOf(), { backend: 'wasm', device: 'SIMD' });
    await show(<TrainingPanel />, { state });
    expect(metric('step')).toBe('40 of 40');
    expect(metric('loss')).toMatch(/^\d\.\d+$/);
    expect(metric('train-accuracy')).toMatch(/^[01]\.\d\d$/);
    expect(metric('backend')).toBe('WebAssembly (SIMD)');
  });

  it('draws the filters’ rank, the loss and both accuracies, each with a table', async () => {
    await show(<TrainingPanel />);
    for (const name of [
      'The filters’ stable rank during training',
      'Loss during training',
      'Accuracy during training',
    ]) {
      expect((await screen.findByRole('img', { name })).querySelector('desc')!.textContent).toMatch(/step 40/);
      expect(screen.getByRole('button', { name: `Numbers: ${name}` })).toBeTruthy();
    }
  });

  it('says that nothing has been trained yet', async () => {
    await show(<TrainingPanel />, { state: initialState(small(), []) });
    expect(screen.getByRole('img', { name: /^The filters’ .* during training$/ }).textContent).toContain(
      'Training has not started.',
    );
    expect(metric('step')).toBe('–');
    expect(screen.queryByRole('list', { name: 'Moments of this run' })).toBeNull();
  });

  it('moves every panel to the step that is chosen, and no further than is recorded', async () => {
    const state = await endOf();
    const { app } = await show(<TrainingPanel />, {
      state: withRun(state, { history: state.run.history.filter(({ step }) => step <= 20) }),
    });
    const track = await slider();
    for (const step of [0, 10, 35]) {
      fireEvent.pointerDown(track);
      fireEvent.change(track, { target: { value: String(Math.round(1000 * shareOfStep(step, 40))) } });
      fireEvent.pointerUp(track);
    }
    expect(app.seek.mock.calls).toEqual([[0], [10], [20]]);
  });

  it('goes by recorded steps where a key goes by one', async () => {
    const { app } = await show(<TrainingPanel />);
    fireEvent.change(await slider(), { target: { value: '999' } });
    expect(app.nudge).toHaveBeenCalledWith(-1);
    expect(app.seek).not.toHaveBeenCalled();
  });

  it('speaks of the step as it is read', async () => {
    const { set, app } = await show(<TrainingPanel />);
    expect((await slider()).getAttribute('aria-valuetext')).toMatch(/^step 40 of 40: stable rank \d/);
    set({ run: { ...app.store.getState().run, cursor: 10 } });
    expect((await slider()).getAttribute('aria-valuetext')).toMatch(/^step 10 of 40/);
    expect(metric('step')).toBe('10 of 40');
  });

  it('jumps to the moments of a run, and says at which it stands', async () => {
    const { app, user, set } = await show(<TrainingPanel />, { state: await endOf('sigma=0', 1) });
    const moments = within(screen.getByRole('list', { name: 'Moments of this run' })).getAllByRole('button');
    const step = Number(moments[0]!.textContent!.split('· ')[1]);
    await user.click(moments[0]!);
    expect(app.seek).toHaveBeenCalledWith(step);
    set({ run: { ...app.store.getState().run, cursor: step } });
    expect(moments[0]!.getAttribute('aria-pressed')).toBe('true');
  });

  it.each([
    [{ status: 'paused' }, true],
    [{ status: 'training' }, true],
    [{ status: 'finished' }, false],
    [{ status: 'loading' }, false],
    [{ status: 'finished', cursor: 20 }, true],
  ] as const)('at %j a step can be made: %s', async (run, can) => {
    const { app, user } = await show(<TrainingPanel />, { state: withRun(await endOf(), run) });
    await user.click(screen.getByRole('button', { name: 'Step' }));
    expect(app.step).toHaveBeenCalledTimes(can ? 1 : 0);
  });

  it('has a new seed one click away', async () => {
    const { app, user } = await show(<TrainingPanel />);
    await user.click(screen.getByRole('button', { name: 'New seed' }));
    expect(app.newSeed).toHaveBeenCalledOnce();
  });

  it('opens numbers that stay as they were: reading them, nobody wants them to change', async () => {
    const { user, app, set } = await show(<TrainingPanel />);
    await user.click(screen.getByRole('button', { name: 'Numbers: The filters’ stable rank during training' }));
    const dialog = await screen.findByRole('dialog');
    const rows = within(dialog).getAllByRole('row').length;
    set({ run: { ...app.store.getState().run, history: app.store.getState().run.history.slice(0, 2) } });
    expect(within(dialog).getAllByRole('row')).toHaveLength(rows);
  });

  it('leaves out in a frame what is below the curve', async () => {
    await show(<TrainingPanel />, { room: 120 });
    expect(screen.getAllByRole('img')).toHaveLength(1);
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('is in Chinese where the page is', async () => {
    await show(<TrainingPanel />, { language: 'zh' });
    expect(screen.getByRole('region', { name: '训练' }).textContent).toMatch(/已完成/);
  });
});

describe('what became of a run', () => {
  const said = async (run: Partial<AppState['run']>) => {
    const shown = await show(<Outcome />, { state: withRun(await endOf(), run) });
    return { ...shown, text: document.querySelector('.outcome')!.textContent };
  };

  it.each([
    [{ status: 'loading', latest: null }, 'Loading …'],
    [{ status: 'loading' }, 'Starting …'],
    [{ status: 'training' }, 'Running'],
    [{ status: 'paused' }, 'Paused'],
    [{ status: 'paused', history: [] }, 'Ready: press Play'],
    [{ status: 'finished' }, 'Finished: 40 steps made'],
  ] as const)('%j is said as “%s”', async (run, words) => {
    expect((await said(run)).text).toBe(words);
  });

  it('looking back leads to the newest step', async () => {
    const { text, user, app } = await said({ cursor: 20 });
    expect(text).toContain('Looking back at step 20');
    await user.click(screen.getByRole('button', { name: 'Back to step 40' }));
    expect(app.seek).toHaveBeenCalledWith(null);
  });

  it('replaying is said while the cursor moves by itself', async () => {
    expect((await said({ cursor: 20, replaying: true })).text).toContain('Replaying');
  });

  it('divergence is an alert, with a quarter of the learning rate as the way out', async () => {
    const { user, app } = await said({ status: 'diverged' });
    expect(screen.getByRole('alert').textContent).toContain('Diverged by step 40');
    await user.click(screen.getByRole('button', { name: 'Quarter it' }));
    expect(app.change).toHaveBeenCalledWith({ lr: 3.8 });
  });

  it('a large experiment is said to be one while it is drawn', async () => {
    const { set, app } = await said({ status: 'loading', latest: null });
    expect(document.querySelector('.outcome')!.textContent).toBe('Loading …');
    set({ experiment: { ...app.store.getState().experiment, n: 4000, patches: 16, side: 28 } });
    expect(document.querySelector('.outcome')!.textContent).toMatch(/^Drawing 401 MB of training images/);
  });

  it('a failure is an alert with its reason, and can be tried again', async () => {
    const { user, app } = await said({ status: 'failed', failure: { kind: 'worker-keeps-stopping' }, cursor: 10 });
    expect(screen.getByRole('alert').textContent!.length).toBeGreaterThan(20);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(app.restart).toHaveBeenCalledOnce();
  });

  it('is said in frames without this panel only where something went wrong', async () => {
    const { set, app } = await show(<Trouble />);
    expect(screen.queryByRole('alert')).toBeNull();
    set({ run: { ...app.store.getState().run, status: 'diverged' } });
    expect(screen.getByRole('alert')).toBeTruthy();
  });
});
