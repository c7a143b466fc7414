import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { defaults, type Measured } from '../../experiment/parameters';
import { initialState, type AppState, type KnownRun } from '../../store/state';
import { knownLines, knownRun } from '../../store/testing-known';
import { causesPlan } from '../../store/views/causes';
import { show } from '../../ui/testing/render';
import { WhatCauses } from './panel';

const { levels, variants } = causesPlan(defaults);
/** Shares that fall to one half between the fourth and the fifth level. */
const shares = [1, 1, 0.9, 0.7, 0.3, 0.2, 0.1, 0.05];
const runOf = (experiment: Measured, at: number): KnownRun =>
  knownRun(
    { ...experiment, sigma: levels[at]! },
    {
      data: at === 0 ? 6 : 40,
      filters: experiment.opt === 'adam' && at > 0 ? 9.2 : 4.6,
      share: experiment.flip > 0 ? 0.1 : experiment.net === 'dense' ? 0.8 : shares[at]!,
      summary: { testAccuracy: at > 5 ? 0.5 : 1 },
    },
  );
const stateOf = (runs: readonly KnownRun[], patch: Partial<AppState> = {}): AppState => ({
  ...initialState(defaults, []),
  known: knownLines(runs),
  ...patch,
});
const all = variants.flatMap(({ experiment }) => levels.map((_, at) => runOf(experiment, at)));
const row = (name: string) => document.querySelector(`[data-cause="${name}"]`)!.textContent!;

describe('variants of network and training', () => {
  it('say what came of each, computed from its runs', async () => {
    await show(<WhatCauses visible />, { state: stateOf(all) });
    expect(row('usual')).toContain(
      'From σ = 0 to 0.2 the filters’ stable rank goes 4.6 → 4.6 (data 6.0 → 40.0); it is kept',
    );
    // Between σ = 0.25 and 0.3: half of the way from 0.7 to 0.3, at σ* = 0.4275.
    expect(row('usual')).toContain('left the signal span at 0.64σ*');
    expect(row('usual')).toContain('test accuracy is 1.00 at σ = 0.2 and 0.50 at 0.4.');
    expect(row('adam')).toContain('4.6 → 9.2 (data 6.0 → 40.0); it rises 2.0-fold');
    expect(row('dense')).toContain('at least 80% of what training moved stays in the signal span up to 1.40σ*');
    expect(row('shuffled')).toContain('only 10% of what training moved lies in the signal span even without noise');
    expect(screen.getByText('96 runs measured')).toBeTruthy();
  });

  it('open their runs, from the table and from the figure', async () => {
    const { app, user } = await show(<WhatCauses visible />, { state: stateOf(all) });
    await user.click(screen.getByRole('button', { name: 'Depth 5' }));
    expect(app.openRun).toHaveBeenLastCalledWith(expect.objectContaining({ net: 'deep', depth: 5, sigma: 0.2 }));
    const points = screen.getByRole('group', { name: 'Runs of all variants' });
    await user.click(within(points).getByRole('button', { name: /^Adam, σ = 0:/ }));
    expect(app.openRun).toHaveBeenLastCalledWith(expect.objectContaining({ opt: 'adam', sigma: 0 }));
  });

  it('are measured when asked for, and can be stopped', async () => {
    const { app, user, set } = await show(<WhatCauses visible />, {
      state: stateOf([runOf(variants[0]!.experiment, 0)]),
    });
    expect(app.watch).toHaveBeenLastCalledWith('causes', 'seen');
    // Of the usual network alone there is no figure: it is the first one.
    expect(screen.queryByRole('img')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Measure all variants: 95 runs' }));
    expect(app.measureCauses).toHaveBeenCalledOnce();
    set({ causes: { status: 'running', failure: null, base: null } });
    expect(screen.getByRole('progressbar')).toBeTruthy();
    expect(row('adam')).toContain('still to be measured');
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(app.stopCauses).toHaveBeenCalledOnce();
  });

  it('say why a run could not be made', async () => {
    const causes = { status: 'failed', failure: { kind: 'no-memory', megabytes: 700 }, base: null } as const;
    await show(<WhatCauses visible />, { state: stateOf([], { causes }) });
    expect(screen.getByText(/700/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('are in Chinese where the page is', async () => {
    await show(<WhatCauses visible />, { state: stateOf(all), language: 'zh' });
    expect(row('adam')).toMatch(/升至 2\.0 倍/);
  });
});
