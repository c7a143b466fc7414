import { useEffect, useState } from 'react';
import { narrateRuns } from '../store/narrator';
import { pageClock } from '../store/run/clock';
import { useApp } from '../store/use-app';
import { useStrings } from '../store/words';
import type { Milestone } from '../strings/guide-facts';

/** Speaks moments of the run to those who do not see it: never frames, at most one a second. */
export default function Milestones() {
  const { store } = useApp();
  const words = useStrings().milestones;
  const [said, setSaid] = useState<Milestone | null>(null);
  useEffect(() => narrateRuns(store, pageClock(), setSaid), [store]);
  return (
    <p className="visually-hidden milestones" role="status" aria-label={words.label}>
      {said && words.text(said)}
    </p>
  );
}
