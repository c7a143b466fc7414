import { effectiveRank, energyRank, numericalRank, stableRank } from '../spectrum/ranks';
import { isRunCurrent, ownSpectrum } from '../store/views/current';
import { frameOf, leading } from '../store/views/shown-frame';
import { labelMoments, labelRecord, momentSteps } from '../store/views/wrong-labels';
import type { AppState } from '../store/state';
import type { MatrixMetrics, ProtocolVersion } from '../embed/protocol';
import type { HistoryPoint, RecordedMatrix } from '../training/snapshot';
import type { ListedSaid, RankMetrics, Said } from './messages';

/** What the page shows, for a script, in either version of the protocol: version 2 has the matrices in a list. While something is being made anew it is null rather than that of other parameters. */
export function stateMessage(state: AppState, version: ProtocolVersion): Extract<Said | ListedSaid, { type: 'state' }> {
  const { experiment, run, data } = state;
  const current = run.status !== 'loading' && isRunCurrent(state);
  const frame = current ? frameOf(state) : null;
  const spectrum = ownSpectrum(data, experiment);
  const told = labelRecord(state);
  const said = {
    type: 'state' as const,
    parameters: experiment,
    status: run.status,
    step: frame?.step ?? null,
    backend: run.backend,
    moments: current && told.length > 0 ? momentSteps(labelMoments(told)) : null,
  };
  const measured = {
    loss: frame?.loss ?? null,
    trainAccuracy: frame?.trainAccuracy ?? null,
    testAccuracy: frame?.testAccuracy ?? null,
    testLoss: frame?.testLoss ?? null,
    byLabel: frame?.byLabel ?? null,
  };
  const images = { data: spectrum && rankMetrics(spectrum.data), clean: spectrum && rankMetrics(spectrum.clean) };
  return version === 1
    ? { ...said, metrics: { ...measured, filters: frame && weightMetrics(leading(frame)), ...images } }
    : { ...said, metrics: { ...measured, matrices: frame && listed(frame), ...images } };
}

function weightMetrics({ singularValues, signalShare }: RecordedMatrix) {
  return { ...rankMetrics(singularValues), signalShare };
}

function listed({ matrices }: HistoryPoint): MatrixMetrics[] {
  return matrices.map((matrix) => {
    const { name, rows, columns } = matrix;
    return { name, rows, columns, ...weightMetrics(matrix) };
  });
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
