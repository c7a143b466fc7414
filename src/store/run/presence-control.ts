import type { Caller } from '../../training/protocol';
import type { RunControl } from './run-control';
import { sweepNames, type Presence, type SweepName } from '../state';
import type { SliceStore } from '../store';
import type { Beside } from '../beside';

interface Controls {
  readonly run: Pick<RunControl, 'attend'>;
  readonly data: { attend(): void };
  /** Null while it is not loaded: then nothing of it is under way. */
  beside(): Pick<Beside, 'sweeps' | 'runs'> | null;
  /** Answers what panels ask for. */
  readonly aside: Caller;
}

/**
 * Rests everything that computes while the page is out of sight, and gives its workers back after long: a slide deck may
 * hold many figures, and browsers keep about 16 GL contexts for all of them. What the visitor asked for (`playing`,
 * a sweep under way) is not changed by it.
 */
export function createPresenceControl(
  store: SliceStore<'presence'>,
  { run, data, beside, aside }: Controls,
): (presence: Presence) => void {
  let resting: SweepName | undefined;

  return (presence) => {
    const before = store.getState().presence;
    if (presence === before) return;
    store.setState({ presence });
    if (before === 'shown') {
      resting = sweepNames.find((name) => store.getState()[name].status === 'running');
      if (resting) beside()?.sweeps.stop();
    }
    run.attend();
    data.attend();
    if (presence === 'released') {
      beside()?.runs.release();
      aside.restart();
    }
    if (presence === 'shown' && resting && store.getState()[resting].status === 'stopped')
      beside()?.sweeps.resume(resting);
  };
}
