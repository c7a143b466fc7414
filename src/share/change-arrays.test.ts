import { expect, it } from 'vitest';
import { stateAtEnd, testEngine } from '../store/testing-runs';
import { questions } from '../store/views/questions';
import { decodeLink } from '../experiment/link';
import { smallLink } from '../store/testing';
import { changeArrays } from './change-arrays';

it('a file has what was looked at closely, of its own run alone', async () => {
  const state = await stateAtEnd(decodeLink(smallLink).experiment, 10);
  expect(changeArrays(state)).toEqual({});
  const { text, params } = questions.change.of(state)!;
  const answer = await testEngine.complete(params);
  const known = { ...state, asked: { ...state.asked, change: { answers: [{ text, params, answer }], failed: null } } };
  const T = answer.history.length;
  const arrays = changeArrays(known);
  expect(Object.entries(arrays).map(([name, { shape }]) => [name, shape])).toEqual([
    ['change_steps', [T]],
    ['change_moved_singular_values', [T, 8]],
    ['change_gradient_singular_values', [T, 8]],
    ['change_gradient_signal_share', [T]],
    ['change_descent_cosine', [T]],
  ]);
  expect([...arrays['change_steps']!.values]).toEqual(answer.history.map(({ step }) => step));
  expect(changeArrays({ ...known, experiment: { ...known.experiment, sigma: 0.31 } })).toEqual({});
});
