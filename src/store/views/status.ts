import type { RunState, RunStatus } from '../state';

type Of = { readonly status: RunStatus };

/** Whether a run goes on, or is about to. */
export function isUnderWay({ status }: Of): boolean {
  return status === 'training' || status === 'loading';
}

/** Whether a run came to an end of its own, so that there is something to tell of it. */
export function hasResult({ status }: Of): boolean {
  return status === 'finished' || status === 'diverged';
}

/** Whether a run makes no more steps, whatever its end: to play it is to begin it anew. */
export function hasEnded(run: Of): boolean {
  return hasResult(run) || run.status === 'failed';
}

/** Whether the page moves by itself: a run is being trained, is about to be, or is played once more. */
export const isRunning = ({
  status,
  playing,
  replaying,
}: Pick<RunState, 'status' | 'playing' | 'replaying'>): boolean =>
  status === 'training' || (status === 'loading' && playing) || replaying;
