import type { GivenProblem } from '../problems/given';
import type { Problem } from '../problems/problem';

/** Something in a link, message, file or command line that was not taken as given, or that this device could not do; shown to the visitor. */
export interface Notice<P extends Problem = Problem> {
  /** The field it is about, as it was written; the whole input where it is about no single field. */
  readonly field: string;
  readonly problem: P;
}

/** What reading and mending have to say. */
export type GivenNotice = Notice<GivenProblem>;

const wholeSentences: readonly Problem['kind'][] = ['replayed', 'not-opened', 'one-run-opened', 'computed-otherwise'];

/** Whether a notice is said after the name of its field: some say themselves what they are about. */
export function namesField({ problem }: Notice): boolean {
  return !wholeSentences.includes(problem.kind);
}
