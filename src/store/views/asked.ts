import type { Problem } from '../../problems/problem';
import type { Answer, AppState, AskedState, QuestionName } from '../state';
import { memo } from './memo';
import { questions } from './questions';

/** How far a question has got, and what is shown meanwhile. */
export interface Asked<Q extends QuestionName> {
  readonly status: 'loading' | 'ready' | 'failed';
  /** The answer, or while it is made the last good one before it; null before the first. */
  readonly value: Answer<Q> | null;
  /** Why there is no answer; null unless `failed`. */
  readonly failure: Problem | null;
}

const progress = memo((asked: AskedState<QuestionName>, text: string | null): Asked<QuestionName> => {
  const own = asked.answers.find((answer) => answer.text === text) ?? null;
  const failure = asked.failed?.text === text ? asked.failed.problem : null;
  return {
    status: own ? 'ready' : failure ? 'failed' : 'loading',
    value: own ?? asked.answers[0] ?? null,
    failure: own ? null : failure,
  };
});

/** What is known of a question as the state puts it. The same object while nothing changes. */
export function askedOf<Q extends QuestionName>(name: Q) {
  return (state: AppState): Asked<Q> =>
    progress(state.asked[name], questions[name].of(state)?.text ?? null) as unknown as Asked<Q>;
}
