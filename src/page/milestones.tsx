import { useEffect, useState } from 'react';
import { beginNarration, narrate } from '../store/views/milestones';
import { useApp } from '../store/use-app';
import { useStrings } from '../store/words';
import type { Milestone } from '../strings/guide-facts';

/** Speaks moments of the run to those who do not see it: never frames, at most one a second. */
export default function Milestones() {
  const app = useApp();
  const words = useStrings().milestones;
  const [said, setSaid] = useState<Milestone | null>(null);
  useEffect(() => {
    let narration = beginNarration(app.store.getState());
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const { narration: next, say, again } = narrate(narration, app.store.getState(), performance.now());
      narration = next;
      if (say) setSaid(say);
      if (again !== null) timer = setTimeout(look, again);
    };
    const stop = app.store.subscribe(look);
    look();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [app]);
  return (
    <p className="visually-hidden milestones" role="status" aria-label={words.label}>
      {said && words.text(said)}
    </p>
  );
}
