/**
 * Component tests: a part of the page in jsdom, at a state that stands still.
 *
 *     const state = await endOf('sigma=0.4');                 // the end of a small run, made in milliseconds
 *     const { app, user } = await show(<Transport />, { state });
 *     await user.click(screen.getByRole('button', { name: 'Play again' }));
 *     expect(app.play).toHaveBeenCalledOnce();                // acts are spies, see stage.ts
 *
 * - Files are named `*.test.tsx` and run in jsdom without anything said about it. The whole catalogue is loaded before the
 *   first render; parts that are loaded late are there with `findBy…`.
 * - Other states are made of that one: `withRun(state, { status: 'failed', failure })`, `seen(state, { rank: 'effective' })`,
 *   `initialState(small(), [])`; later ones are put into the same page with `app.store.setState` inside `act`.
 * - What panels need beside the run is in the state too: `answered(state, 'images', sample)`, `unanswered(state, 'images', problem)`.
 * - Sizes, sight and media are set before rendering: `browser.width = 390`, `browser.sight = false`.
 * - No fixed waits: `await screen.findByText(…)`, or `vi.useFakeTimers()` where a clock is the matter.
 */
import { act, render, type RenderResult } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { AppState } from '../../store/state';
import { AppContext } from '../../store/use-app';
import type { Language } from '../../strings/languages';
import { loadFirst, wholeWords } from '../../strings/load';
import { Late } from '../late';
import { Fit } from '../room';
import { endOf, stage, type Staged } from './stage';

export { browser } from './browser';
export { answered, endOf, seen, small, stage, summary, swept, unanswered, withRecords, withRun } from './stage';

export interface Shown extends RenderResult {
  readonly app: Staged;
  readonly user: UserEvent;
  /** The state changes, and what shows it. */
  set(change: Partial<AppState>): void;
}

export interface ShowOptions {
  /** The end of a small run where none is given. */
  readonly state?: AppState;
  readonly language?: Language;
  /** As in a frame that leaves so many pixels to it. */
  readonly room?: number;
}

/** Renders a part of the page, with words. */
export async function show(part: ReactNode, options: ShowOptions = {}): Promise<Shown> {
  const { language = 'en', room } = options;
  const state = { ...(options.state ?? (await endOf())), language };
  await Promise.all([loadFirst(language), wholeWords(language)]);
  const app = stage(state);
  const user = userEvent.setup();
  const fitted = room === undefined ? part : <Fit height={room}>{part}</Fit>;
  // Whatever waits for a promise that is already there is drawn within `act`.
  const result = await act(async () =>
    render(
      <AppContext value={app as never}>
        <Late>{fitted}</Late>
      </AppContext>,
    ),
  );
  return { ...result, app, user, set: (change) => act(() => app.store.setState(change)) };
}
