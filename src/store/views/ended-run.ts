import type { DataSpectrum } from '../../training/data-spectrum';
import { hasDiverged } from '../../training/divergence';
import type { CompleteRun } from '../../training/protocol';
import { withoutValues } from '../../training/snapshot';
import { summarise } from '../../training/summary';
import type { AppState, RunState } from '../state';
import { isRunOf, ownSpectrum } from './current';
import { memo } from './memo';
import { hasResult } from './status';

/** The run of the current experiment with its data, once both have ended; null before. */
export function endedRunOf({
  experiment,
  run,
  data,
}: Pick<AppState, 'experiment' | 'run' | 'data'>): CompleteRun | null {
  if (!hasResult(run) || !isRunOf(run, experiment) || run.history.length === 0) return null;
  const spectrum = ownSpectrum(data, experiment);
  return spectrum && complete(run.history, spectrum, run.status === 'diverged');
}

const complete = memo((history: RunState['history'], spectrum: DataSpectrum, diverged: boolean): CompleteRun => {
  const bare = history.map(withoutValues);
  return {
    history: bare,
    spectrum,
    summary: summarise(bare.at(-1)!, diverged || hasDiverged(bare), spectrum.data, spectrum.signalDimension),
  };
});
