import type { Problem } from '../problems/problem';
import { useStrings } from '../store/words';

/** A problem in words, which are loaded after the first figure. */
export function ProblemText({ problem }: { problem: Problem }) {
  return useStrings().problems.text(problem);
}
