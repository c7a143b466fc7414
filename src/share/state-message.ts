import { imagesText, sameScience } from '../experiment/science';
import { effectiveRank, energyRank, numericalRank, stableRank } from '../spectrum/ranks';
import { frameOf } from '../store/views/derived';
import type { AppState } from '../store/state';
import type { RankMetrics, Said } from './messages';

/** What the page shows, for a script: while something is being made anew it is null rather than that of other parameters. */
export function stateMessage(state: AppState): Extract<Said, { type: 'state' }> {
  const { experiment, run, data } = state;
  const current = run.status !== 'loading' && run.experiment !== null && sameScience(run.experiment, experiment);
  const frame = current ? frameOf(state) : null;
  const known =
    data.status === 'ready' &&
    data.experiment !== null &&
    imagesText(data.experiment) === imagesText(experiment) &&
    data.experiment.matrix === experiment.matrix;
  const spectrum = known ? data.spectrum : null;
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
      filters: frame && { ...rankMetrics(frame.singularValues), signalShare: frame.signalShare },
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
