import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { decodeLink } from '../experiment/link';
import { presetExperiment, presets } from '../experiment/presets';
import type { AppState } from '../store/state';
import { answered, endOf, seen, show, summary, withRun } from '../ui/testing/render';
import Milestones from './milestones';
import Notices from './notices';
import VerdictLine from './verdict-line';

describe('notices', () => {
  it('say what was not taken as given, each once, and go when they are dismissed', async () => {
    const { notices } = decodeLink('#k=99&colour=7&colour=7');
    const { app, user } = await show(<Notices />, { state: { ...(await endOf()), notices } });
    const said = within(screen.getByRole('status')).getAllByRole('listitem');
    expect(said.length).toBe(new Set(notices.map(({ field, problem }) => field + JSON.stringify(problem))).size);
    expect(said[0]!.textContent).toMatch(/^k\b/);
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(app.dismissNotices).toHaveBeenCalledOnce();
  });

  it('are a few and a count where a link is damaged all over', async () => {
    const { notices } = decodeLink(`#${Array.from({ length: 820 }, (_, i) => `x${i}=`).join('&')}`.slice(0, 4000));
    const { set } = await show(<Notices />, { state: { ...(await endOf()), notices } });
    const said = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(said()).toHaveLength(7);
    expect(said().at(-1)).toBe(`${notices.length - 6} more of the kind.`);
    set({ notices: notices.slice(0, 7) });
    expect(said().at(-1)).toMatch(/^x6: /);
  });

  it('take no room where there are none', async () => {
    const { container } = await show(<Notices />);
    expect(container.textContent).toBe('');
  });

  it('are in Chinese where the page is', async () => {
    const { notices } = decodeLink('#k=99');
    await show(<Notices />, { language: 'zh', state: { ...(await endOf()), notices } });
    expect(screen.getByRole('listitem').textContent).toMatch(/[\u4e00-\u9fff]/);
  });
});

/** The end of a run that has learned its images. */
async function fitted(link = ''): Promise<AppState> {
  const state = await endOf(link);
  const latest = { ...state.run.latest!, loss: 0.01, testAccuracy: 1 };
  return withRun(state, { latest, history: [...state.run.history.slice(0, -1), latest] });
}

describe('the verdict', () => {
  const verdict = () => document.querySelector<HTMLElement>('.came');

  it('says of a preset what to look for', async () => {
    const wide = presetExperiment(presets.find(({ name }) => name === 'wide')!);
    await show(<VerdictLine />, { state: seen(withRun(await endOf(), { status: 'training' }), wide) });
    expect(screen.getByText(/Eight hundred filters, and still six directions/)).toBeTruthy();
    expect(verdict()).toBeNull();
  });

  it('waits for the same run without noise, asks for it, and then says how both compare', async () => {
    const state = await fitted();
    const { app, set } = await show(<VerdictLine />, { state });
    expect(app.watch).toHaveBeenCalledWith('verdict', 'seen');
    expect(verdict()!.textContent).toBe('This run is being compared with σ = 0 …');
    set({ asked: answered(state, 'still', { summary: summary() } as never).asked });
    expect(verdict()!.textContent).not.toContain('compared with');
    expect(verdict()!.dataset['verdict']).toBeTruthy();
  });

  it('says of a run without noise that it is one', async () => {
    await show(<VerdictLine />, { state: await fitted('sigma=0') });
    expect(verdict()!.dataset['verdict']).toBe('clean');
  });

  it('says that a run diverged', async () => {
    await show(<VerdictLine />, { state: withRun(await endOf(), { status: 'diverged' }) });
    expect(verdict()!.textContent).toMatch(/^This run diverged by step 40/);
  });
});

describe('what is spoken', () => {
  it('is nothing at first, then how the run ended', async () => {
    const state = await endOf();
    const { set } = await show(<Milestones />, { state: withRun(state, { status: 'training', history: [] }) });
    expect(screen.getByRole('status', { name: 'Moments of training' }).textContent).toBe('');
    set({ run: state.run });
    expect(await screen.findByText(/^Finished after 40 steps\. Rank of the filters \d/)).toBeTruthy();
  });
});
