import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { AppState, Watched } from '../store/state';
import { nextGuessed } from '../store/views/guesses';
import { endOf, show, summary } from '../ui/testing/render';
import { Digits } from './digits';
import { GuessLine } from './guess-line';
import { GuessNumber } from './guess-number';

const answer = () => document.querySelector('.answer')!.textContent;

/** With every run made that is asked for, each of the same rank. */
function made(state: AppState, watched: Watched): AppState {
  const next = nextGuessed({ ...state, watched });
  if (!next) return state;
  const { matrices, ...rest } = summary();
  const own = { ...rest, matrices: matrices.map((one) => ({ ...one, ranks: { ...one.ranks, stable: 5 } })) };
  const answer = { ...next, answer: { summary: own } as never };
  const guessed = { ...state.asked.guessed, answers: [answer, ...state.asked.guessed.answers] };
  return made({ ...state, asked: { ...state.asked, guessed } }, watched);
}
const everything: Watched = { line: 'seen', wider: 'seen', few: 'seen', usual: 'seen' };

describe('a line that is guessed', () => {
  it('is set by keys, one point a level of noise, and nothing is trained before it is to be seen', async () => {
    const { app, user } = await show(<GuessLine />);
    const points = screen.getAllByRole<HTMLInputElement>('slider');
    expect(points.map(({ ariaLabel }) => ariaLabel)).toEqual(
      ['0', '0.1', '0.2', '0.3', '0.4'].map((sigma) => `Your guess at σ = ${sigma}`),
    );
    fireEvent.change(points[2]!, { target: { value: '18' } });
    expect(points[2]!.getAttribute('aria-valuetext')).toBe('18.0');
    expect(app.watch).not.toHaveBeenCalledWith('wider', 'seen');
    await user.click(screen.getByRole('button', { name: 'Train the wider networks' }));
    expect(app.watch).toHaveBeenCalledWith('wider', 'seen');
    expect(answer()).toBe('0 of 5 networks trained');
  });

  it('is held against what was measured, and can be guessed again', async () => {
    const { user } = await show(<GuessLine />, { state: made(await endOf(), everything) });
    for (const point of screen.getAllByRole('slider')) fireEvent.change(point, { target: { value: '15' } });
    await user.click(screen.getByRole('button', { name: 'Train the wider networks' }));
    expect(answer()).toBe(
      'Measured, the rank of 512 filters is 5.0 at σ = 0 and 5.0 at σ = 0.4; that of 128 is 5.0 at σ = 0 and 5.0 at σ = 0.4. At no level do they differ by more than 0.0. Your line was 10.0 away on average.',
    );
    await user.click(screen.getByRole('button', { name: 'Guess again' }));
    expect(answer()).toBe('');
  });

  it('without a guess is only measured', async () => {
    const { user } = await show(<GuessLine />, { state: made(await endOf(), everything) });
    await user.click(screen.getByRole('button', { name: 'Train the wider networks' }));
    expect(answer()).not.toContain('Your line');
  });
});

describe('a rank that is guessed', () => {
  it('is held against that of the run, and of the default one', async () => {
    const { app, user } = await show(<GuessNumber />, { state: made(await endOf(), everything) });
    fireEvent.change(screen.getByRole('slider'), { target: { value: '30' } });
    expect(app.watch).not.toHaveBeenCalledWith('few', 'seen');
    await user.click(screen.getByRole('button', { name: 'Train it' }));
    expect(app.watch).toHaveBeenCalledWith('few', 'seen');
    expect(answer()).toMatch(
      /^It tells all 24 training images apart.* Its filters have stable rank 5\.0, those of the default experiment 5\.0\..* You guessed 30\.0\.$/,
    );
  });

  it('of a run that could not be made says why', async () => {
    const state = await endOf();
    const { text } = nextGuessed({ ...state, watched: { few: 'seen' } })!;
    const failed = { text, problem: { kind: 'worker-not-started' } as const };
    const { app, user } = await show(<GuessNumber />, {
      state: { ...state, asked: { ...state.asked, guessed: { answers: [], failed } } },
    });
    expect(screen.getByRole('alert').textContent).toContain('could not be started');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(app.retry).toHaveBeenCalledOnce();
  });
});

describe('the digits', () => {
  it('are asked for where they are seen, and say so where they cannot be had', async () => {
    const state = await endOf();
    const { app, set } = await show(<Digits />, { state });
    expect(app.watch).toHaveBeenLastCalledWith('digits', 'seen');
    expect(document.querySelectorAll('.picture-place')).toHaveLength(4);
    const { digitAsked } = await import('../store/views/guesses');
    const failed = { text: digitAsked.text, problem: { kind: 'worker-not-started' } as const };
    set({ asked: { ...state.asked, digits: { answers: [], failed } } });
    expect(screen.getByRole('alert').textContent).toContain('could not be started');
  });
});
