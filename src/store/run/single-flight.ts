import type { Caller } from '../../training/protocol';
import type { Clock } from './clock';

/** A caller that is asked one thing at a time, where what is newest wins. */
export interface SingleFlight extends Caller {
  /** Something newer waits: a call that is still under way in so many ms is given up with its worker. */
  hurry(patience: number): void;
}

export function singleFlight(caller: Caller, clock: Pick<Clock, 'after'>): SingleFlight {
  let underWay: object | null = null;
  return {
    async call(method, params, onProgress) {
      const mine = {};
      underWay = mine;
      try {
        return await caller.call(method, params, onProgress);
      } finally {
        if (underWay === mine) underWay = null;
      }
    },
    hurry(patience) {
      const waitedFor = underWay;
      if (waitedFor)
        clock.after(patience, () => {
          if (underWay === waitedFor) caller.restart();
        });
    },
    restart: () => caller.restart(),
  };
}
