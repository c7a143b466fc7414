import { leading } from '../../network/matrices';
import type { AppState } from '../state';
import { fittedAccuracy, learntShare, memorisedShare, noiseShare } from './thresholds';

/**
 * What the run itself says. `unfitted`: it ended without fitting its images. `fitted`: it fits them, and which directions
 * are signal is not known, so that it cannot be told what it learnt.
 */
export type Regime =
  'training' | 'paused' | 'diverged' | 'failed' | 'unfitted' | 'fitted' | 'signal' | 'mixed' | 'noise';

/** The regime of the whole run, wherever the cursor is. */
export function regimeOf({ run: { status, latest } }: Pick<AppState, 'run'>): Regime {
  if (status === 'loading') return 'training';
  if (status !== 'finished') return status;
  if (!latest) return 'failed';
  if (latest.trainAccuracy < fittedAccuracy) return 'unfitted';
  const share = leading(latest).signalShare;
  if (share === null) return 'fitted';
  return share > learntShare ? 'signal' : share < noiseShare ? 'noise' : 'mixed';
}

/** Whether the run has ended with filters that follow noise rather than signal. */
export function hasMemorised({ run, experiment }: Pick<AppState, 'run' | 'experiment'>): boolean {
  return (
    run.latest !== null &&
    run.status === 'finished' &&
    run.cursor === null &&
    experiment.sigma > 0 &&
    run.latest.trainAccuracy >= fittedAccuracy &&
    (leading(run.latest).signalShare ?? 1) < memorisedShare
  );
}
