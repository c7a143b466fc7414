import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { initialState, type AppState } from '../../store/state';
import type { HistoryPoint } from '../../training/snapshot';
import { recordedSteps } from '../../training/recorded-steps';
import { labelMoments, rankSays } from '../../store/views/wrong-labels';
import { leading } from '../../network/matrices';
import { endOf, show, small, withRun } from '../../ui/testing/render';
import { WrongLabels } from './panel';

/** One step: so many equal singular values, of which the effective rank is that number. */
const point = (
  from: HistoryPoint,
  step: number,
  rank: number,
  right: number,
  wrong: number,
  test = 1,
): HistoryPoint => ({
  ...from,
  step,
  testAccuracy: test,
  testLoss: 0.1,
  byLabel: { right, wrong },
  matrices: [{ ...leading(from), singularValues: Float64Array.from({ length: rank }, () => 1), moved: null }],
});

/** A whole record of 40 steps, by what each has from a step on. */
async function recorded(by: readonly (readonly [from: number, rank: number, right: number, wrong: number])[]) {
  const state = await endOf('flip=0.2');
  const first = state.run.history[0]!;
  const history = recordedSteps(state.experiment.steps).map((step) => {
    const [, rank, right, wrong] = by.findLast(([from]) => step >= from)!;
    return point(first, step, rank, right, wrong, wrong > 0.5 ? 0.75 : 1);
  });
  return { state, history };
}
const shown = ({ state, history }: { state: AppState; history: readonly HistoryPoint[] }) =>
  withRun(state, { history, latest: history.at(-1) as never });
const told = () => screen.getByRole('status').textContent;

const rises = [
  [0, 12, 0.5, 0.5],
  [5, 6, 1, 0],
  [20, 9, 1, 0],
  [25, 9, 1, 0.2],
  [30, 12, 1, 0.6],
] as const;

describe('wrong labels', () => {
  it('are told by the rank first, where it is up by half before any is fitted', async () => {
    const made = await recorded(rises);
    const { app, user } = await show(<WrongLabels visible />, { state: shown(made) });
    expect(told()).toMatch(
      /^By step 5 the rightly labelled images are fitted\. At step 20 the effective rank is up by half, 6\.0 → 9\.0, before any wrong label is fitted; half of the wrong labels are fitted by step 3\d\. The rank knows first/,
    );
    expect(screen.getByText(/test accuracy is 1\.00 there and 0\.75 at the end\.$/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Stop at step 20, where the rank warns' }));
    expect(app.seek).toHaveBeenLastCalledWith(20);
  });

  it('say where the rank warns late, and where it is blind: one then stops by the test images', async () => {
    const late = await recorded([rises[0], rises[1], [20, 7, 1, 0.6], [30, 12, 1, 1]]);
    expect(rankSays(labelMoments(late.history))).toBe('late');
    const blind = await recorded([rises[0], rises[1], [20, 7, 1, 0.6], [30, 8, 1, 1]]);
    await show(<WrongLabels visible />, { state: shown(blind) });
    expect(told()).toContain('The rank is blind');
    expect(screen.getByRole('button', { name: /^Stop at step \d+, where test accuracy is highest$/ })).toBeTruthy();
  });

  it.each([
    ['grown', [rises[0], rises[1], [20, 9, 1, 0.2]]],
    ['nothing', [rises[0], rises[1], [20, 7, 1, 0.2]]],
    ['before half', [rises[0], rises[1], [20, 7, 1, 0.2], [25, 9, 1, 0.3], [30, 9, 1, 0.5]]],
  ] as const)('are judged by their moments: %s', async (says, by) => {
    expect(rankSays(labelMoments((await recorded(by)).history))).toBe(says);
  });

  it('are told apart in every step, and told of when the run has ended', async () => {
    const state = await endOf('flip=0.2');
    expect(state.run.history.every(({ byLabel }) => byLabel && byLabel.wrong !== null)).toBe(true);
    const { set } = await show(<WrongLabels visible />, { state });
    const charts = screen.getAllByRole('img').map((chart) => chart.getAttribute('aria-label'));
    expect(charts.slice(0, 3)).toEqual([
      'Training accuracy by label, and test accuracy',
      'Rank of the filters under wrong labels',
      'Loss under wrong labels',
    ]);
    set(withRun(state, { history: state.run.history.slice(0, 1) }));
    expect(told()).toBe('What came first is told when the run has ended.');
  });

  it('are offered where there are none, and other networks where somebody asks for them', async () => {
    const { app, user, set } = await show(<WrongLabels visible />, { state: initialState(small(), []) });
    await user.click(screen.getByRole('button', { name: 'Turn one label in ten' }));
    expect(app.openRun).toHaveBeenCalledWith(expect.objectContaining({ flip: 0.1 }));
    set(await endOf('flip=0.2'));
    await user.click(screen.getByRole('button', { name: 'Train four networks on these labels' }));
    expect(app.watch).toHaveBeenLastCalledWith('contrast', 'seen');
    expect(screen.getAllByText('being made …')).toHaveLength(4);
  });
});
