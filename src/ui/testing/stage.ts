import { vi, type Mock } from 'vitest';
import { decodeLink } from '../../experiment/link';
import { writeRun } from '../../experiment/runs';
import { sweepExperiments } from '../../experiment/sweep';
import { smallLink, stillStore } from '../../store/testing';
import { stateAtEnd } from '../../store/testing-runs';
import type { App } from '../../store/app';
import type { Problem } from '../../problems/problem';
import type { Answer, AppState, QuestionName, RecordedRun, SweepName, SweepState } from '../../store/state';
import { recordName } from '../../store/records-control';
import { questions } from '../../store/views/questions';
import { mapPlan, noisePlan } from '../../store/views/plans';
import type { RunSummary } from '../../training/summary';

/** An app whose acts are spies: what they do to the state is proved in src/store. */
export type Staged = { readonly [Name in Exclude<keyof App, 'store'>]: App[Name] & Mock } & {
  readonly store: ReturnType<typeof stillStore>;
};

/**
 * A page that stands still in a state. `change` and `pick` do what they say to the state, so that fields and sliders move;
 * every other act is only written down.
 */
export function stage(state: AppState): Staged {
  const store = stillStore(state);
  const acts: Record<string | symbol, unknown> = {
    store,
    change: vi.fn((patch: object) =>
      store.setState(({ experiment }) => ({ experiment: { ...experiment, ...patch } }) as Partial<AppState>),
    ),
    pick: vi.fn((picked: number | null) => store.setState({ picked })),
  };
  return new Proxy(acts, { get: (target, name) => (target[name] ??= vi.fn()) }) as unknown as Staged;
}

/** The experiment of a link over the small one: 16 images of 2 patches of 16 pixels, 4 filters a class, 40 steps. */
export const small = (link = '') => decodeLink(`${smallLink}&${link}`).experiment;

const made = new Map<string, Promise<AppState>>();

/**
 * The state at the end of a small run, recorded every tenth step, which takes a few milliseconds to make; at its start
 * where `every` is 0. The same object for the same link: states are not written to.
 */
export function endOf(link = '', every = 10): Promise<AppState> {
  const name = `${link} ${every}`;
  const known = made.get(name) ?? stateAtEnd(small(link), every);
  made.set(name, known);
  return known;
}

/** A state with parts of its run changed. */
export const withRun = (state: AppState, run: Partial<AppState['run']>): AppState => ({
  ...state,
  run: { ...state.run, ...run },
});

/** A state seen otherwise: with parameters changed that change no numbers. */
export const seen = (state: AppState, experiment: Partial<AppState['experiment']>): AppState => ({
  ...state,
  experiment: { ...state.experiment, ...experiment },
});

/** A state in which a question has its answer. */
export function answered<Q extends QuestionName>(state: AppState, name: Q, answer: Answer<Q>['answer']): AppState {
  const { text, params } = questions[name].of(state)!;
  return { ...state, asked: { ...state.asked, [name]: { answers: [{ text, params, answer }], failed: null } } };
}

/** A state in which a question could not be answered. */
export function unanswered(state: AppState, name: QuestionName, problem: Problem): AppState {
  const { text } = questions[name].of(state)!;
  return { ...state, asked: { ...state.asked, [name]: { answers: [], failed: { text, problem } } } };
}

/** What a run came to, in numbers that are easy to find again. */
export const summary = (of: Partial<RunSummary> = {}): RunSummary => ({
  step: 40,
  loss: 0.1,
  trainAccuracy: 1,
  testAccuracy: 0.75,
  diverged: false,
  matrices: [
    {
      name: 'filters',
      ranks: { stable: 2.5, effective: 3.5, numerical: 4, energy: 4 },
      signalShare: 0.9,
      moved: { share: 0.9, followed: 4 },
    },
  ],
  data: { stable: 9.5, effective: 12.5, numerical: 16, energy: 14 },
  signalDimension: 4,
  ...of,
});

/** A state in which a sweep was made as far as `results` go, over the experiment that it has. */
export function swept(
  state: AppState,
  name: SweepName,
  sweep: Partial<SweepState> & { readonly done?: number } = {},
): AppState {
  const { done = Infinity, ...given } = sweep;
  const plan = (name === 'sweep' ? noisePlan : mapPlan)(state.experiment);
  const results = sweepExperiments(plan).experiments.map((_, i) => (i < done ? summary() : null));
  return { ...state, [name]: { status: 'ready', plan, results, failure: null, ...given } };
}

/** A state that remembers runs: `pins` are kept, `recent` were made before; with what became of each. */
export function withRecords(
  state: AppState,
  runs: readonly { readonly link: string; readonly pinned?: boolean; readonly record?: Partial<RecordedRun> }[],
): AppState {
  const records = runs.map(({ link, record }) => {
    const experiment = small(link);
    const run = { ...state.run, history: [], summary: summary(), spectrum: state.data.spectrum! } as never;
    return [recordName(experiment), { status: 'ready', experiment, run, failure: null, ...record }] as const;
  });
  const pins = runs.filter(({ pinned }) => pinned).map(({ link }) => writeRun(small(link)));
  return {
    ...seen(state, { pins }),
    records: {
      runs: Object.fromEntries(records),
      recent: records.filter((_, i) => !runs[i]!.pinned).map(([name]) => name),
    },
  };
}
