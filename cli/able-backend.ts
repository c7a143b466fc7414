import { problems } from '../src/strings/en/problems';
import { BackendUnavailableError, type Backend } from '../src/training/trainer';

/** Takes a line that is no result: standard error of a process. */
export type Say = (line: string) => void;

/**
 * Computes on the backend that was asked for, or where that cannot run here in plain TypeScript, which runs everywhere, and
 * says so. @throws what `compute` throws.
 */
export async function onAble<T>(asked: Backend, compute: (backend: Backend) => Promise<T>, say: Say): Promise<T> {
  try {
    return await compute(asked);
  } catch (error) {
    if (!(error instanceof BackendUnavailableError) || asked === 'cpu') throw error;
    say(`--backend: ${asked} cannot do this here, so cpu does: ${problems.text(error.problem)}`);
    return compute('cpu');
  }
}
