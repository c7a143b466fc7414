import { problemOf, type Problem } from '../../problems/problem';
import { WorkerCrashedError } from '../../training/protocol';
import { BackendUnavailableError, LostContextError, type Backend } from '../../training/trainer';

/** Crashes or lost contexts without a step in between after which the next backend is tried. */
const mostRecoveries = 2;

export interface Recovery {
  /** Backends that failed for this run. */
  readonly refused: ReadonlySet<Backend>;
  /**
   * What to do after an error: replay the run, with a notice, or give up.
   * @param next backend that would be tried, given those refused. @param step that a replay would go to.
   */
  from(
    error: unknown,
    next: () => Backend | undefined,
    step: number,
  ): { notice: Problem; failure?: undefined } | { failure: Problem; notice?: undefined };
  /** A step was made: what went wrong before is over. */
  progressed(): void;
  /** A new run: every backend gets another chance. */
  forget(): void;
}

/** Turns a missing backend, a lost context or a crashed worker into a replay, and repeated ones into a named failure. */
export function createRecovery(): Recovery {
  const refused = new Set<Backend>();
  let recoveries = 0;
  return {
    refused,
    from(error, next, step) {
      const backend = next();
      if (backend && error instanceof BackendUnavailableError) {
        refused.add(backend);
        return { notice: { kind: 'moved', problem: error.problem, backend: next() ?? null } };
      }
      const crashed = error instanceof WorkerCrashedError;
      if (!backend || !(crashed || error instanceof LostContextError)) return { failure: problemOf(error) };
      recoveries += 1;
      if (recoveries > mostRecoveries) {
        if (crashed) return { failure: { kind: 'worker-keeps-stopping' } };
        refused.add(backend);
        recoveries = 0;
      }
      return { notice: { kind: 'replayed', lost: crashed ? 'worker' : 'gpu', step } };
    },
    progressed() {
      recoveries = 0;
    },
    forget() {
      recoveries = 0;
      refused.clear();
    },
  };
}
