import { effectiveRank, energyRank, numericalRank, stableRank } from '../spectrum/ranks';
import { isRunCurrent, ownSpectrum } from '../store/views/current';
import { frameOf, leading } from '../store/views/shown-frame';
import type { AppState } from '../store/state';
import type { RankMetrics, Said } from './messages';

/** What the page shows, for a script: while something is being made anew it is null rather than that of other parameters. */
export function stateMessage(state: AppState): Extract<Said, { type: 'state' }> {
  const { experiment, run, data } = state;
  const current = run.status !== 'loading' && isRunCurrent(state);
  const frame = current ? frameOf(state) : null;
  const spectrum = ownSpectrum(data, experiment);
  return {
    type: 'state',
    parameters: experiment,
    status: run.status,
    step: frame?.step ?? null,
    backend: run.backend,
    metrics: {
      loss: frame?.loss ?? null,
      trainAccuracy: frame?.trainAccuracy ?? null,
      testAccuracy: frame?.testAccuracy ?? null,
      filters: frame && { ...rankMetrics(leading(frame).singularValues), signalShare: leading(frame).signalShare },
      data: spectrum && rankMetrics(spectrum.data),
      clean: spectrum && rankMetrics(spectrum.clean),
    },
  };
}

function rankMetrics(values: Float64Array): RankMetrics {
  return {
    stableRank: stableRank(values),
    effectiveRank: effectiveRank(values),
    numericalRank: numericalRank(values),
    energyRank: energyRank(values),
    singularValues: [...values],
  };
}
