import type { Problem } from '../problems/problem';
import { useApp } from '../store/use-app';
import { useWords } from '../store/words';
import { ProblemText, WayOut } from './problem-text';

/** Why something is not there, and a button that makes whatever failed beside the run anew. */
export function Failure({ problem }: { problem: Problem }) {
  const app = useApp();
  const { again } = useWords().page;
  return (
    <p className="outcome bad" role="alert">
      <span>
        <ProblemText problem={problem} />
      </span>
      <button type="button" className="secondary" onClick={() => app.retry()}>
        {again}
      </button>
      <WayOut problem={problem} />
    </p>
  );
}
