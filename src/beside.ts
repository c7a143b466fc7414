import { createBeside, type Beside, type BesideOptions } from './store/beside';
import { pageDevice } from './store/device';
import { browserMemory } from './store/memory';
import { browserShelf } from './store/sweep-shelf';
import { createPool, poolSize } from './training/pool';
import type { Caller } from './training/protocol';

interface Given extends Pick<BesideOptions, 'clock'> {
  readonly workerCaller: () => Caller;
  readonly framed: boolean;
}

/** What computes beside the page's own run, as a browser has it. Loaded after the first figure. */
export function pageBeside(store: Parameters<typeof createBeside>[0], { workerCaller, clock, framed }: Given): Beside {
  return createBeside(store, {
    races: workerCaller(),
    pinned: workerCaller(),
    pool: createPool(workerCaller, poolSize(), clock),
    device: pageDevice(navigator, document),
    memory: browserMemory('localStorage', 'rank-under-noise: backends'),
    sweepMemory: framed
      ? null
      : {
          shelf: browserShelf(),
          tab: browserMemory('sessionStorage', 'rank-under-noise: sweeps'),
          earlier: browserMemory('localStorage', 'rank-under-noise: sweeps'),
        },
    clock,
  });
}
