import { defaults, type Experiment } from '../../experiment/parameters';
import { readRun, writeRun } from '../../experiment/runs';
import { imagesText, sameScience, withScience } from '../../experiment/science';
import { imageShape } from '../../experiment/shape';
import { rankOf } from '../../spectrum/ranks';
import type { RunSummary } from '../../training/summary';
import type { Verdict } from '../../strings/guide-facts';
import { rank } from '../../strings/numbers';
import { fittedAccuracy } from './derived';
import { rankAt } from './frames';
import type { AppState } from '../state';
import { hasNoise } from './theory';

/** Filters whose rank is within this ratio of that without noise have kept it: seeds alone move it by a tenth. */
const flat = 1.2;
/** Below this share of their energy in the signal span, filters that fit their images have memorised noise. */
const memorised = 0.5;
/** Multiply-adds that a comparison may cost, as a run at σ = 0 beside the page's own: a few seconds. */
const affordable = 2e11;

/** The same experiment without noise, as text that names it: `sigma:0,m:400 patch`. */
export function stillName(experiment: Experiment): string {
  return `${writeRun({ ...experiment, sigma: 0 })} ${experiment.matrix}`;
}

/** The experiment that such a text names. */
export function stillExperiment(name: string): Experiment {
  const [run, matrix] = name.split(' ') as [string, Experiment['matrix']];
  return { ...withScience(defaults, readRun(run).experiment), matrix };
}

/** What a run that has ended is to be compared with; null where no comparison is needed, or would take too long. */
export function neededStill(state: AppState): string | null {
  if (verdictOf(state, null)?.kind !== 'alone') return null;
  const { experiment } = state;
  const { patches, side } = imageShape(experiment);
  const cost = experiment.steps * experiment.n * patches * side * side * 2 * experiment.m;
  return cost <= affordable ? stillName(experiment) : null;
}

/**
 * What became of the current run; null until it has ended and its data are known.
 * @param still the end of the same run at σ = 0; null where it is not known.
 */
export function verdictOf({ experiment, run, data }: AppState, still: RunSummary | null): Verdict | null {
  const end = run.history.at(-1);
  if (!end || run.experiment === null || !sameScience(run.experiment, experiment)) return null;
  if (run.status === 'diverged') return { kind: 'diverged', step: end.step };
  if (run.status !== 'finished') return null;
  if (end.trainAccuracy < fittedAccuracy) return { kind: 'unfitted', trainAccuracy: end.trainAccuracy };
  const known =
    data.status === 'ready' &&
    data.spectrum &&
    data.experiment!.matrix === experiment.matrix &&
    imagesText(data.experiment!) === imagesText(experiment);
  if (!known) return null;

  const { rank: notion } = experiment;
  const filters = rankAt(end, notion),
    noisy = rankOf(notion, data.spectrum!.data),
    clean = rankOf(notion, data.spectrum!.clean);
  const text = (value: number) => rank(value, notion);
  if (!hasNoise(experiment)) return { kind: 'clean', filters: text(filters), data: text(noisy) };
  if (end.signalShare !== null && end.signalShare < memorised)
    return { kind: 'memorised', testAccuracy: end.testAccuracy, share: end.signalShare };
  if (!still || still.diverged) return { kind: 'alone', filters: text(filters), data: text(noisy) };
  const from = still.filters[notion];
  const kept = filters <= from * flat && from <= filters * flat;
  return {
    kind: kept ? 'flat' : 'moved',
    from: text(from),
    to: text(filters),
    dataFrom: text(clean),
    dataTo: text(noisy),
    share: end.signalShare,
  };
}
