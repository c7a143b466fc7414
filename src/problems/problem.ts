import type { DeviceProblem } from './device';
import type { DigitProblem } from './digits';
import type { FileProblem } from './files';
import type { GivenProblem } from './given';
import type { ImagesProblem } from './images';

/**
 * What can go wrong, or was not taken as given: which of the cases, and the values that its sentence needs. Plain data,
 * which crosses threads and survives JSON; the catalogues have the words.
 */
export type Problem =
  | GivenProblem
  | DeviceProblem
  | DigitProblem
  | FileProblem
  | ImagesProblem
  /** What was asked for is in a script that did not arrive. */
  | { readonly kind: 'part-missing' }
  /** A backend cannot run; `backend` trains instead, if any does. */
  | { readonly kind: 'moved'; readonly problem: Problem; readonly backend: 'webgl' | 'wasm' | 'cpu' | null }
  /** Nothing that this page knows of, in the words of whatever threw it. */
  | { readonly kind: 'unexpected'; readonly message: string };

/** A problem on its way to whoever shows it. Its own message is for consoles. */
export class ProblemError extends Error {
  override name = 'ProblemError';

  constructor(
    readonly problem: Problem,
    options?: ErrorOptions,
  ) {
    super(problem.kind === 'unexpected' ? problem.message : JSON.stringify(problem), options);
  }
}

const absences: ReadonlySet<Problem['kind']> = new Set([
  'part-missing',
  'digit-not-loaded',
  'worker-not-started',
  'images-missing',
]);

/** Whether a file is all that is missing, which may come later. */
export const isAbsent = ({ kind }: Problem): boolean => absences.has(kind);

/** What an error that was caught says. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return { kind: 'unexpected', message: error instanceof Error ? error.message : String(error) };
}
