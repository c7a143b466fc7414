import { backendLabel } from '../training/backend-choice';
import { WorkerCrashedError } from '../training/protocol';
import { BackendUnavailableError, LostContextError, type Backend } from '../training/trainer';

/** Crashes or lost contexts without a step in between after which the next backend is tried. */
const mostRecoveries = 2;

export interface Recovery {
  /** Backends that failed for this run. */
  readonly refused: ReadonlySet<Backend>;
  /**
   * What to do after an error: replay the run, with a notice, or give up with words.
   * @param next backend that would be tried, given those refused. @param step that a replay would go to.
   */
  from(error: unknown, next: () => Backend | undefined, step: number): { notice: string; failure?: undefined } | { failure: string; notice?: undefined };
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
        const other = next();
        return { notice: `backend: ${error.message} ${other ? `Training runs on ${backendLabel(other)} instead.` : ''}`.trim() };
      }
      const crashed = error instanceof WorkerCrashedError;
      if (!backend || !(crashed || error instanceof LostContextError)) return { failure: error instanceof Error ? error.message : String(error) };
      recoveries += 1;
      if (recoveries > mostRecoveries) {
        if (crashed) return { failure: 'The training worker stopped, several times in a row. The experiment may be too large for this device: try fewer images, smaller patches or a smaller width.' };
        refused.add(backend);
        recoveries = 0;
      }
      return { notice: `${crashed ? 'The training worker stopped' : 'The GPU was taken away'}; the run was replayed to step ${step} from the same seed.` };
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
