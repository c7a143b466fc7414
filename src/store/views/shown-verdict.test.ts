import { describe, expect, it } from 'vitest';
import { defaults, type Experiment } from '../../experiment/parameters';
import type { CompleteRun } from '../../training/protocol';
import type { AppState } from '../state';
import { knownLines, knownRun } from '../testing-known';
import { stateAtEnd } from '../testing-runs';
import { questions } from './questions';
import { shownVerdict } from './shown-verdict';
import { stillName } from './still';

const experiment: Experiment = { ...defaults, side: 4, k: 2, n: 16, patches: 2, m: 4, steps: 4, backend: 'cpu' };

/** The end of a run that fits its images, with noise that its filters do not follow. */
async function fitted(): Promise<AppState> {
  const state = await stateAtEnd(experiment);
  const history = state.run.history.map((point) => ({ ...point, loss: 0.01 }));
  return { ...state, run: { ...state.run, history } };
}
const still = (stable: number) =>
  ({ summary: { diverged: false, matrices: [{ ranks: { stable } }] } }) as unknown as CompleteRun;

describe('what is said of a run', () => {
  it('waits for the run without noise where it needs it', async () => {
    const state = await fitted();
    expect(shownVerdict(state)).toMatchObject({ verdict: { kind: 'alone' }, comparing: true });
    expect(shownVerdict({ ...state, picked: 1 })).toBe(shownVerdict(state));
  });

  it('takes it from its answer, or from the records where this page has made that run itself', async () => {
    const state = await fitted();
    const asking = questions.still.of(state)!;
    const answered: AppState = {
      ...state,
      asked: { ...state.asked, still: { answers: [{ ...asking, answer: still(1) }], failed: null } },
    };
    expect(shownVerdict(answered)).toMatchObject({ verdict: { from: '1.0' }, comparing: false });
    const record = { status: 'ready' as const, experiment, run: still(2), failure: null };
    const recorded: AppState = { ...state, records: { recent: [], runs: { [stillName(experiment)]: record } } };
    expect(shownVerdict(recorded)).toMatchObject({ verdict: { from: '2.0' }, comparing: false });
    // Or from the curve, whose first level it is.
    const known = knownLines([knownRun({ ...experiment, sigma: 0 }, { filters: 3 })]);
    expect(shownVerdict({ ...state, known })).toMatchObject({ verdict: { from: '3.0' }, comparing: false });
  });

  it('says what is known alone where that run cannot be had', async () => {
    const state = await fitted();
    const { text } = questions.still.of(state)!;
    const failed = { text, problem: { kind: 'worker-not-started' } as const };
    const asked = { ...state.asked, still: { answers: [], failed } };
    expect(shownVerdict({ ...state, asked })).toMatchObject({ verdict: { kind: 'alone' }, comparing: false });
  });

  it('needs no comparison of a run that goes on, or has no noise', async () => {
    const state = await fitted();
    expect(shownVerdict({ ...state, run: { ...state.run, status: 'training' } })).toEqual({
      verdict: null,
      comparing: false,
    });
    const clean = { ...experiment, sigma: 0 };
    const quiet: AppState = {
      ...state,
      experiment: clean,
      run: { ...state.run, experiment: clean },
      data: { ...state.data, experiment: clean },
    };
    expect(shownVerdict(quiet)).toMatchObject({ verdict: { kind: 'clean' }, comparing: false });
  });
});
