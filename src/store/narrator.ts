import type { Milestone } from '../strings/guide-facts';
import type { Clock } from './run/clock';
import type { ReadStore } from './store';
import { beginNarration, narrate } from './views/milestones';

/** Says the moments of the runs to come, at most one a second. @returns what ends it. */
export function narrateRuns(
  store: ReadStore,
  { after, now }: Pick<Clock, 'after' | 'now'>,
  say: (milestone: Milestone) => void,
): () => void {
  let narration = beginNarration(store.getState());
  let forget = () => {};
  const look = () => {
    forget();
    const next = narrate(narration, store.getState(), now());
    narration = next.narration;
    if (next.say) say(next.say);
    if (next.again !== null) forget = after(next.again, look);
  };
  const stop = store.subscribe(look);
  look();
  return () => {
    stop();
    forget();
  };
}
