import { problemOf } from '../problems/problem';
import { SupersededError, type Caller } from '../training/protocol';
import type { Clock } from './run/clock';
import { questionMethods, type AppState, type Asking, type AskedState, type QuestionName } from './state';
import type { SliceStore } from './store';
import { questions } from './views/questions';

export interface AskedControl {
  /** Puts questions that failed once more, where they still are to be put. */
  retry(): void;
}

/**
 * Asks for what parts of the page need beside the run, as long as they are there to show it: each question once, when it
 * has rested, and the newest counts. One whose worker was given up is put again, one that failed only by `retry`.
 */
export function createAskedControl(
  store: SliceStore<'asked'>,
  caller: Caller,
  clock: Pick<Clock, 'after'>,
): AskedControl {
  const attends = (Object.keys(questionMethods) as QuestionName[]).map((name) => attend(name));
  const look = (state: AppState) => attends.forEach((one) => one(state));

  function attend<Q extends QuestionName>(name: Q): (state: AppState) => void {
    const question = questions[name];
    let resting: string | null = null, // not put yet
      asked: string | null = null; // under way
    let forget = () => {};
    const set = (change: (slice: AskedState<Q>) => AskedState<Q>) =>
      store.setState(({ asked: all }) => ({ asked: { ...all, [name]: change(all[name] as AskedState<Q>) } }));

    const put = async ({ text, params }: Asking<Q>): Promise<void> => {
      resting = null;
      asked = text;
      try {
        const answer = await caller.call(questionMethods[name], params);
        // One that came too late is dropped.
        if (asked !== text) return;
        asked = null;
        set(({ answers }) => ({
          answers: [{ text, params, answer }, ...answers.filter((known) => known.text !== text)].slice(
            0,
            question.kept,
          ),
          failed: null,
        }));
      } catch (error) {
        if (asked !== text) return;
        asked = null;
        if (error instanceof SupersededError) see(store.getState());
        else set(({ answers }) => ({ answers, failed: { text, problem: problemOf(error) } }));
      }
    };

    const see = (state: AppState): void => {
      const wanted = state.presence !== 'released' && question.isDue(state) ? question.of(state) : null;
      const { answers, failed } = state.asked[name];
      const missing =
        wanted && failed?.text !== wanted.text && !answers.some(({ text }) => text === wanted.text) ? wanted : null;
      const next = missing && missing.text !== asked ? missing : null;
      if ((next?.text ?? null) === resting) return;
      forget();
      resting = next?.text ?? null;
      if (next) forget = clock.after(question.rest, () => void put(next as Asking<Q>));
    };
    return see;
  }

  look(store.getState());
  store.subscribe(look);
  return {
    retry() {
      store.setState(({ asked }) => ({
        asked: Object.fromEntries(
          Object.entries(asked).map(([name, slice]) => [name, { ...slice, failed: null }]),
        ) as unknown as AppState['asked'],
      }));
    },
  };
}
