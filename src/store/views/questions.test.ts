import { describe, expect, it } from 'vitest';
import { defaults, type Experiment } from '../../experiment/parameters';
import { initialState, type AppState } from '../state';
import { stateAtEnd } from '../testing-runs';
import { askedOf } from './asked';
import { imagesPageOf, questions } from './questions';
import { stillName } from './still';

const state = (experiment: Partial<Experiment> = {}, patch: Partial<AppState> = {}): AppState => ({
  ...initialState({ ...defaults, ...experiment }, []),
  ...patch,
});
const withStatus = (status: AppState['run']['status'], of: AppState): AppState => ({
  ...of,
  run: { ...of.run, status },
});

describe('the images that are asked for', () => {
  it('are one page of one of each feature, of the science alone', () => {
    const { of } = questions.images;
    expect(of(state())!.params).toEqual({ experiment: defaults, from: 0, count: 6 });
    expect(of(state({ k: 8 }))!.params).toMatchObject({ from: 0, count: 8 });
    expect(of(state({ rank: 'energy', theme: 'dark', levels: 5 }))!.text).toBe(of(state())!.text);
    expect(of(state({ seed: 3 }))!.text).not.toBe(of(state())!.text);
  });

  it('are leafed through in both directions, from the last page to the first', () => {
    const from = (page: number) => questions.images.of(state({}, { imagesPage: page }))!.params.from;
    expect([0, 1, 39, 40, -1, -40].map(from)).toEqual([0, 6, 234, 0, 234, 0]);
    expect(imagesPageOf(defaults, 0).pages).toBe(40);
  });

  it('are due while they are seen; unseen only the first of a small set, after a run', () => {
    const due = questions.images.isDue;
    expect(due(state())).toBe(false);
    expect(due(state({}, { watched: { images: 'seen' } }))).toBe(true);
    const unseen = state({}, { watched: { images: 'unseen' } });
    expect([due(unseen), due(withStatus('finished', unseen))]).toEqual([false, true]);
    const large = { ...unseen, experiment: { ...defaults, n: 4000, side: 16, patches: 16 } };
    expect(due(withStatus('finished', large))).toBe(false);
    const { text, params } = questions.images.of(unseen)!;
    const answered = { ...unseen.asked, images: { answers: [{ text, params, answer: null as never }], failed: null } };
    expect(due(withStatus('finished', { ...unseen, asked: answered }))).toBe(false);
  });
});

describe('the spectrum of the matrix that is not shown', () => {
  it('is that of the same images, whatever is trained on them', () => {
    const { of } = questions.otherMatrix;
    expect(of(state())!.params.experiment.matrix).toBe('image');
    expect(of(state({ matrix: 'image' }))!.params.experiment.matrix).toBe('patch');
    expect(of(state({ m: 8, steps: 3, rank: 'energy' }))!.text).toBe(of(state())!.text);
    expect(of(state({ sigma: 0.3 }))!.params.experiment).toMatchObject({ sigma: 0.3, matrix: 'image' });
    expect(of(state({ sigma: 0.3 }))!.text).not.toBe(of(state())!.text);
  });

  it('is due while the theory is seen and no run goes on', () => {
    const seen = state({}, { watched: { theory: 'seen' } });
    const due = (['loading', 'training', 'paused', 'finished', 'failed'] as const).filter((status) =>
      questions.otherMatrix.isDue(withStatus(status, seen)),
    );
    expect(due).toEqual(['paused', 'finished', 'failed']);
    expect(questions.otherMatrix.isDue(withStatus('paused', state({}, { watched: { theory: 'unseen' } })))).toBe(false);
  });
});

describe('the run without noise', () => {
  const small = { ...defaults, side: 4, k: 2, n: 16, patches: 2, m: 4, steps: 40, lr: 30, backend: 'cpu' as const };

  it('is asked for once a run with noise has ended, unless the page has made it', async () => {
    const ended = { ...(await stateAtEnd(small)), watched: { verdict: 'seen' as const } };
    const { of, isDue } = questions.still;
    const { history } = ended.run;
    const fitted = history.map((point) => ({ ...point, loss: 0.01 }));
    const judged = { ...ended, run: { ...ended.run, history: fitted } };
    expect(of(withStatus('training', judged))).toBeNull();
    const asking = of(judged)!;
    expect(asking.text).toBe(stillName(small));
    expect(asking.params).toMatchObject({ experiment: { sigma: 0, m: 4, steps: 40 }, points: 0 });
    expect(isDue(judged)).toBe(true);
    expect(isDue({ ...judged, watched: {} })).toBe(false);
    const record = { status: 'ready' as const, experiment: small, failure: null, run: { summary: {} } as never };
    expect(isDue({ ...judged, records: { recent: [], runs: { [asking.text]: record } } })).toBe(false);
  });
});

describe('what is known of a question', () => {
  const asking = questions.images.of(state())!;
  const answer = { ...asking, answer: { from: 0 } as never };

  it('is loading before its answer, ready with it, and keeps the last one while the next is made', () => {
    const known: AppState['asked'] = { ...state().asked, images: { answers: [answer], failed: null } };
    const at = (experiment: Partial<Experiment>, asked = known) => askedOf('images')(state(experiment, { asked }));
    expect(at({}, state().asked)).toEqual({ status: 'loading', value: null, failure: null });
    expect(at({})).toEqual({ status: 'ready', value: answer, failure: null });
    expect(at({ sigma: 0.4 })).toEqual({ status: 'loading', value: answer, failure: null });
  });

  it('has failed where this very question has, and is the same object while nothing changes', () => {
    const problem = { kind: 'unexpected', message: 'no' } as const;
    const asked = { ...state().asked, images: { answers: [answer], failed: { text: 'another', problem } } };
    expect(askedOf('images')(state({}, { asked })).status).toBe('ready');
    const failed = { ...asked, images: { answers: [], failed: { text: asking.text, problem } } };
    const one = state({}, { asked: failed });
    expect(askedOf('images')(one)).toEqual({ status: 'failed', value: null, failure: problem });
    expect(askedOf('images')({ ...one, picked: 3 })).toBe(askedOf('images')(one));
  });
});
