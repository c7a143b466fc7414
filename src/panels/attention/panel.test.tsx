import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../store/state';
import { testEngine } from '../../store/testing-runs';
import { wantedAttention } from '../../store/views/attention';
import { lineText } from '../../store/views/known';
import { wantedMargins } from '../../store/views/margins';
import { answered, endOf, show, summary, withRun } from '../../ui/testing/render';
import { Attention } from './panel';

const link = 'net=transformer&m=16';
const watched = { attention: 'seen' } as const;

/** With everything that the panel asks for, and two runs of the curve. */
async function looked(state: AppState): Promise<AppState> {
  const { experiment } = state;
  const seen: AppState = {
    ...answered(state, 'images', await testEngine.images({ experiment, from: 0, count: 4 })),
    watched,
  };
  const of = wantedMargins(seen)!;
  const said = await testEngine.said({ experiment, matrices: of.frame.matrices, images: of.sample.noisy });
  const asked = wantedAttention({ ...seen, attention: { of: state.run.initial!, points: [] } })!;
  const all = state.run.history as (typeof asked)['frames'];
  const shares = await testEngine.attention({ experiment, frames: all.map(({ matrices }) => matrices) });
  const runs = [0, 0.3].map((sigma) => ({
    experiment: { ...experiment, sigma },
    backend: 'cpu' as const,
    summary: summary({ attention: sigma === 0 ? 0.98 : 0.1 }),
    own: false,
  }));
  return {
    ...seen,
    margins: { of, outputs: said!.outputs, attention: said!.attention! },
    attention: { of: state.run.initial!, points: all.map(({ step }, i) => ({ step, share: shares![i]! })) },
    known: { ...state.known, lines: new Map([[lineText(experiment), runs]]) },
  };
}

const charts = () => screen.getAllByRole('img').filter(({ tagName }) => tagName === 'svg');
const described = (i: number) => charts()[i]!.querySelector('desc')!.textContent;

describe('attention', () => {
  it('stands against the step and against noise, beside even shares', async () => {
    await show(<Attention visible />, { state: await looked(await endOf(link)) });
    expect(charts().map((chart) => chart.getAttribute('aria-label'))).toEqual([
      'Attention during training',
      'Attention against noise',
    ]);
    expect(described(0)).toMatch(
      /^After 40 steps the object has 0\.\d\d of the attention; even shares would be 0\.50\.$/,
    );
    expect(described(1)).toMatch(/^2 levels of noise measured\. At σ = 0\.2 /);
    for (const chart of charts()) expect(chart.textContent).toContain('1/P = 0.50');
  });

  it('follows the cursor', async () => {
    const state = await looked(await endOf(link));
    const { set } = await show(<Attention visible />, { state });
    set(withRun(state, { cursor: 0 }));
    expect(described(0)).toMatch(/^Before training/);
  });

  it('lies over training images, with the share of each object', async () => {
    const { container } = await show(<Attention visible />, { state: await looked(await endOf(link)) });
    const names = [...container.querySelectorAll('canvas')].map((canvas) => canvas.getAttribute('aria-label'));
    expect(names).toHaveLength(4);
    for (const name of names) expect(name).toMatch(/^Training image \d: its object gets [\d.]+% of the attention$/);
  });

  it('says nothing that is not measured', async () => {
    await show(<Attention visible />, { state: await endOf(link) });
    expect(described(0)).toBe('Nothing is measured yet.');
  });

  it('where there is none says so, and offers a network that has it', async () => {
    const { app, user } = await show(<Attention visible />, { room: 200 });
    expect(screen.getByText(/^This network has no attention/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Train a patch transformer' }));
    expect(app.change).toHaveBeenCalledWith({ net: 'transformer' });
  });
});
