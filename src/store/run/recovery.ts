import { problemOf, type Problem } from '../../problems/problem';
import { WorkerCrashedError } from '../../training/protocol';
import { BackendUnavailableError, LostContextError, type Backend } from '../../training/trainer';

/** Crashes or lost contexts without a new step in between after which the next backend is tried. */
const mostRecoveries = 2;

/** What has gone wrong in a run. */
export interface Trouble {
  /** Backends that failed for it. */
  readonly refused: readonly Backend[];
  /** Crashes or lost contexts since its last new step. */
  readonly recoveries: number;
}

/** Of a new run, for which every backend gets another chance. */
export const noTrouble: Trouble = { refused: [], recoveries: 0 };

/** What to do after an error: go on with `backend`, or give up where there is a failure. */
export interface Recovery {
  readonly trouble: Trouble;
  readonly backend: Backend | undefined;
  readonly notice?: Problem;
  readonly failure?: Problem;
}

interface Setback {
  readonly error: unknown;
  /** Where it happened. */
  readonly backend: Backend;
  /** The backend to be tried, given those refused. */
  next(refused: readonly Backend[]): Backend | undefined;
  /** The step that the run is replayed to. */
  readonly step: number;
}

/** Turns a missing backend, a lost context or a crashed worker into a replay, and repeated ones into a named failure. */
export function recover(trouble: Trouble, { error, backend, next, step }: Setback): Recovery {
  const without = (): Trouble => ({ refused: [...trouble.refused, backend], recoveries: 0 });
  const goOn = (after: Trouble, notice: (to: Backend | undefined) => Problem): Recovery => {
    const to = next(after.refused);
    const found = { trouble: after, backend: to, notice: notice(to) };
    return to ? found : { ...found, failure: { kind: 'no-backend' } };
  };
  if (error instanceof BackendUnavailableError)
    return goOn(without(), (to) => ({ kind: 'moved', problem: error.problem, backend: to ?? null }));
  const crashed = error instanceof WorkerCrashedError;
  if (!crashed && !(error instanceof LostContextError)) return { trouble, backend, failure: problemOf(error) };
  const recoveries = trouble.recoveries + 1;
  const absent = crashed && error.problem.kind === 'worker-not-started';
  if (crashed && recoveries > mostRecoveries)
    return { trouble, backend, failure: absent ? error.problem : { kind: 'worker-keeps-stopping' } };
  // There is nothing to be replayed of what has not begun.
  if (absent) return { trouble: { ...trouble, recoveries }, backend };
  return goOn(recoveries > mostRecoveries ? without() : { ...trouble, recoveries }, () => ({
    kind: 'replayed',
    lost: crashed ? 'worker' : 'gpu',
    step,
  }));
}
