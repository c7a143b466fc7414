import { imagesText } from '../experiment/science';
import { imageShape } from '../experiment/shape';
import { frameOf, ranksOf, signalDimensionOf, spectrumOf } from '../store/views/derived';
import type { AppState } from '../store/state';
import { hasNoise, raceOf, regimeOf } from '../store/views/theory';
import type { DataFacts, RaceFacts, RunFacts } from '../strings/facts';

/** The prose speaks of the stable rank, whichever notion the figures show. */
export function stableRanksOf(state: AppState) {
  return ranksOf({ ...state, experiment: { ...state.experiment, rank: 'stable' } });
}

export function dataFacts(state: AppState): DataFacts {
  const spectrum = spectrumOf(state.experiment, state.data);
  // While the next spectrum is computed, the sentence is about the one that is shown.
  const of = spectrum ? state.data.experiment! : state.experiment;
  const { clean, data } = stableRanksOf(state);
  return {
    real: of.data !== 'synthetic',
    pair: of.pair,
    noisy: hasNoise(of),
    sigma: of.sigma,
    clean,
    data,
    matrix: of.matrix,
    most: spectrum ? Math.min(spectrum.rows, spectrum.columns) : null,
    signalDimension: spectrum?.signalDimension ?? signalDimensionOf(state),
    patches: imageShape(of).patches,
    everywhere: of.noise === 'everywhere',
  };
}

export function runFacts(state: AppState): RunFacts {
  const { run, data } = state;
  const of = run.experiment ?? state.experiment;
  const frame = frameOf(state);
  const { filters, data: dataRank } = stableRanksOf(state);
  const sameImages =
    data.experiment !== null && data.experiment.matrix === 'patch' && imagesText(data.experiment) === imagesText(of);
  return {
    regime: regimeOf(state),
    looking: run.cursor !== null,
    step: frame?.step ?? null,
    steps: of.steps,
    filters,
    data: sameImages ? dataRank : null,
    sigma: of.sigma,
    share: frame?.signalShare ?? null,
    testAccuracy: frame?.testAccuracy ?? null,
    risen: risenOf(state),
  };
}

export function raceFacts({ experiment }: AppState): RaceFacts | null {
  const race = raceOf(experiment);
  return race && { ...race, sigma: experiment.sigma };
}

/** A singular value has risen at this multiple of what it was at initialisation, as in the moments of the training curve. */
const risen = 5;

/** Which of the filters' leading singular values have risen up to the step that is shown. */
function risenOf(state: AppState): RunFacts['risen'] {
  const { history, signal, experiment } = state.run;
  const shown = frameOf(state)?.step;
  const first = history[0]?.singularValues;
  if (!signal || !experiment || !first || shown === undefined) return null;
  const of = Math.min(first.length, signal.length / imageShape(experiment).side ** 2);
  const seen = history.filter(({ step }) => step <= shown);
  const steps = Array.from(
    { length: of },
    (_, i) => seen.find(({ singularValues }) => singularValues[i]! >= risen * first[i]!)?.step,
  ).filter((step) => step !== undefined);
  return of === 0 ? null : { count: steps.length, of, first: Math.min(...steps), last: Math.max(...steps) };
}
