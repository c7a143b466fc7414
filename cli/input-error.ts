import type { GivenProblem } from '../src/problems/given';
import { given } from '../src/strings/en/problems';

/** Bad input. The message is one line that names the field. */
export class InputError extends Error {
  override name = 'InputError';
}

/** What the page says without its last clause, which says what the page does instead: here nothing is. */
export function withoutRemedy(problem: GivenProblem): string {
  const { wrong, remedy } = given(problem);
  return remedy === undefined ? `${wrong}.` : wrong;
}
