import type { App } from '../store/app';
import { hasEnded } from '../store/views/status';
import { when } from '../store/when';
import { changeOf } from './change-of';
import type { Request } from './messages';

/** What changes a run; `get` and `snapshot` only look at it, and `images` are not of it yet. */
export type Order = Exclude<Request, { type: 'get' | 'snapshot' | 'images' }>;

/** Carries out what a host page asks. @returns a function from an order to what is wrong with it, or null once it is under way. */
export function createObedience(app: App): (order: Order) => string | null {
  let forget = () => {};

  /** A run that is loading has no steps to go to yet; whatever is asked next replaces what waits. */
  const whenLoaded = (act: () => void) => {
    forget = when(app.store, ({ run }) => run.status !== 'loading', act);
  };

  return (order) => {
    const { experiment, run } = app.store.getState();
    if (order.type === 'set') {
      const change = changeOf(order.given, experiment);
      if ('refused' in change) return change.refused;
      forget();
      app.change(change.patch);
      return null;
    }
    if (order.type === 'seek' && order.step !== null && order.step > experiment.steps)
      return `seek: the run ends at step ${experiment.steps}.`;
    forget();
    switch (order.type) {
      case 'play':
        app.play();
        break;
      case 'pause':
        app.pause();
        break;
      case 'reset':
        app.restart();
        break;
      case 'seek':
        whenLoaded(() => app.seek(order.step));
        break;
      case 'step':
        if (run.cursor === null && hasEnded(run))
          return `step: the run has ${run.status === 'finished' ? 'ended' : run.status}; reset it first.`;
        app.step(order.count);
    }
    return null;
  };
}
