import type { Experiment } from '../experiment/parameters';
import { hasLinearToken, sharesOut } from '../experiment/networks';
import { imageShape, patchDimension } from '../experiment/shape';
import { causesOf, spokenLevel } from '../store/views/causes';
import { claimCurveOf } from '../store/views/claim-curve';
import { filtersFrameOf, frameOf, signalShareOf, leading } from '../store/views/shown-frame';
import { isKept, rankAt, ranksOf } from '../store/views/ranks';
import { signalDimensionOf, spectrumOf } from '../store/views/shown-spectrum';
import type { AppState } from '../store/state';
import { isSpectrumOf } from '../store/views/current';
import { memo } from '../store/views/memo';
import { recordOf } from '../store/views/record';
import { riseOf } from '../store/views/run-events';
import { hasNoise, lawGapOf, raceOf, roughnessOf } from '../store/views/theory';
import { regimeOf, standardError } from '../store/views/regime';
import { sharedEnergyOf, shownFiltersOf } from '../store/views/shown-filters';
import type {
  DataFacts,
  EnergyFacts,
  HalfFacts,
  RaceFacts,
  ResponseFacts,
  RunFacts,
  TrainedFacts,
} from '../strings/facts';
import type { VariantsFacts } from '../strings/guide-facts';
import { cleanShare } from '../store/views/thresholds';
import { classesOf } from './classes';

/** The prose speaks of the stable rank, whichever notion the figures show. */
function stableRanksOf(state: AppState) {
  return ranksOf(state, 'stable');
}

export function dataFacts(state: AppState): DataFacts {
  const spectrum = spectrumOf(state.experiment, state.data);
  // While the next spectrum is computed, the sentence is about the one that is shown.
  const of = spectrum ? state.data.experiment! : state.experiment;
  const { clean, data } = stableRanksOf(state);
  return {
    images: of.data,
    classes: classesOf(of),
    noisy: hasNoise(of),
    sigma: of.sigma,
    clean,
    data,
    matrix: of.matrix,
    most: spectrum ? Math.min(spectrum.rows, spectrum.columns) : null,
    signalDimension: spectrum?.signalDimension ?? signalDimensionOf(state),
    patches: imageShape(of).patches,
    layout: of.layout,
    everywhere: of.noise === 'everywhere',
  };
}

/** The same object for the same experiment, as the two below. */
export function trainedFacts({ experiment }: Pick<AppState, 'experiment'>): TrainedFacts {
  return trained(experiment);
}

const trained = memo(({ net, opt, batch, n }: Experiment): TrainedFacts => ({
  net,
  opt,
  batch: batch === 0 || batch >= n ? null : batch,
}));

export function responseFacts({ experiment }: Pick<AppState, 'experiment'>): ResponseFacts {
  return response(experiment);
}

const response = memo((experiment: Experiment): ResponseFacts => ({
  q: experiment.q,
  linear: hasLinearToken(experiment),
  opt: experiment.opt,
}));

export function runFacts(state: AppState): RunFacts {
  const { run, data } = state;
  const of = run.experiment ?? state.experiment;
  const frame = frameOf(state);
  const { filters, data: dataRank } = stableRanksOf(state);
  return {
    regime: regimeOf(state),
    looking: run.cursor !== null,
    step: frame?.step ?? null,
    steps: of.steps,
    filters,
    data: isSpectrumOf(data, of, 'patch') ? dataRank : null,
    sigma: of.sigma,
    wrong: of.flip,
    share: signalShareOf(state),
    testAccuracy: frame?.testAccuracy ?? null,
    testError: typeof frame?.testAccuracy === 'number' ? standardError(frame.testAccuracy, of) : null,
    risen: risenOf(state),
  };
}

/** The same object for the same experiment. */
export function raceFacts({ experiment }: Pick<AppState, 'experiment'>): RaceFacts | null {
  return race(experiment);
}

const race = memo((experiment: Experiment): RaceFacts | null => {
  const found = lawGapOf(experiment) === null ? raceOf(experiment) : null;
  return found && { ...found, sigma: experiment.sigma };
});

/** Where the claim ends, as the first figure measures it. */
export function halfFacts(state: AppState): HalfFacts {
  const { half, critical } = claimCurveOf(state);
  return { half, critical };
}

/** Null where it is not known which directions are signal, or where it is not filters that are shared out over them. */
export function energyFacts(state: AppState): EnergyFacts | null {
  if (!sharesOut(state.run.experiment ?? state.experiment)) return null;
  const shown = shownFiltersOf(state),
    frame = filtersFrameOf(state);
  const shared = shown && sharedEnergyOf(shown);
  if (!shared || !frame) return null;
  const { energies, share } = shared;
  const most = Math.max(...energies);
  return {
    directions: energies.length,
    sum: most > 0 ? energies.reduce((total, energy) => total + energy / most, 0) : 0,
    rank: rankAt(frame, 'stable'),
    share,
    alike: roughnessOf(state.run.experiment ?? state.experiment) !== 'ratio',
  };
}

/** Which of the filters' leading singular values have risen up to the step that is shown. */
function risenOf(state: AppState): RunFacts['risen'] {
  const { history, signal, experiment } = state.run;
  const shown = frameOf(state)?.step;
  const first = history[0] && leading(history[0]).singularValues;
  if (!signal || !experiment || !first || shown === undefined) return null;
  const of = Math.min(first.length, signal.length / patchDimension(experiment));
  const record = recordOf(state.run);
  const steps = Array.from({ length: of }, (_, i) => riseOf(record, i)?.step ?? Infinity).filter(
    (step) => step <= shown,
  );
  const apart = new Set(steps).size === steps.length;
  return of === 0 ? null : { count: steps.length, of, first: Math.min(...steps), last: Math.max(...steps), apart };
}

/** Of the variants that are measured without noise and at the level that is spoken of. */
export function variantsFacts(state: AppState): VariantsFacts {
  const { rows, levels } = causesOf(state);
  const measured = rows.flatMap(({ name, points }) => {
    const [still, spoken] = [points[0], points[spokenLevel]];
    return still && spoken ? [{ name, still, spoken }] : [];
  });
  return {
    notion: state.experiment.rank,
    noise: levels[spokenLevel]!,
    measured: measured.length,
    kept: measured.filter(({ still, spoken }) => still.rank && spoken.rank && isKept(still.rank, spoken.rank)).length,
    astray: measured.flatMap(({ name, spoken: { share } }) => (share !== null && share < cleanShare ? [name] : [])),
    clean: cleanShare,
  };
}
