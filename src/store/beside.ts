import type { StoreApi } from 'zustand/vanilla';
import type { Pool } from '../training/pool';
import type { Caller } from '../training/protocol';
import { createCausesControl, type CausesControl } from './causes-control';
import { createCurveControl, type CurveControl } from './curve-control';
import type { Device } from './device';
import { createRecordsControl, type RecordsControl } from './records-control';
import type { Clock } from './run/clock';
import { createRaceControl } from './run/race-control';
import type { Memory } from './memory';
import { createRuns, type Runs } from './runs';
import type { AppState } from './state';
import { createSweepControl, type SweepControl } from './sweep-control';
import { rememberSweeps, type SweepMemory } from './kept-sweeps';

export interface BesideOptions {
  /** Answers races between backends. */
  readonly races: Caller;
  /** Makes pinned runs, and nothing else. */
  readonly pinned: Caller;
  /** Makes the runs of sweeps, and those of the curve. */
  readonly pool: Pool;
  readonly device: Device;
  /** Where the winners of races are kept. */
  readonly memory: Memory;
  /** Where sweeps are; null for a page that keeps none. */
  readonly sweepMemory: SweepMemory | null;
  readonly clock: Clock;
}

/** All that computes beside the page's own run. Apart, so that the first figure does not wait for it. */
export interface Beside {
  readonly runs: Runs;
  readonly sweeps: SweepControl;
  /** Takes all sweeps off the device; what is shown of them stays. */
  forgetSweeps(): void;
  readonly curve: CurveControl;
  readonly causes: CausesControl;
  readonly records: RecordsControl;
  /** Own images have come to this device, or it has a network again: what failed without a file is made anew. */
  filesCame(): void;
}

export function createBeside(
  store: StoreApi<AppState>,
  { races, pinned, pool, device, memory, sweepMemory, clock }: BesideOptions,
): Beside {
  const runs = createRuns(store, pool);
  const sweeps = createSweepControl(store, runs);
  const forgetSweeps = sweepMemory ? rememberSweeps(store, sweepMemory, clock) : () => {};
  const records = createRecordsControl(store, pinned, clock);
  createRaceControl(store, races, memory, clock);
  const curve = createCurveControl(store, runs, clock, device);
  const causes = createCausesControl(store, runs, clock, device);
  return {
    runs,
    sweeps,
    forgetSweeps,
    records,
    curve,
    causes,
    filesCame() {
      curve.retry();
      causes.retry();
      records.retryMissing();
    },
  };
}
