import type { Science } from '../../experiment/parameters';
import { sourceOf } from '../../images/sources/list';
import { leading } from '../../network/matrices';
import type { Outcome, Regime } from '../../strings/facts';
import type { RunSummary } from '../../training/summary';
import type { AppState } from '../state';
import { hasNoise } from './theory';
import { chanceErrors, fittedLoss, halfShare, learntAccuracy } from './thresholds';

/** What a run that has not diverged is judged by: its last step, recorded or summed up. */
type End = Pick<RunSummary, 'loss' | 'testAccuracy'> & {
  readonly matrices: readonly Pick<RunSummary['matrices'][number], 'moved'>[];
};

/**
 * What a whole run came to. Fitted is a small loss; memorised, besides, more noise than signal in what training moved and
 * a test accuracy of chance; learnt, more signal than noise, every signal vector followed and a high test accuracy.
 * Signal vectors that were found in the images are as many as hold their energy: it need not follow each of them.
 */
export function outcomeOf(end: End, science: Science): Exclude<Outcome, 'diverged'> {
  if (!(end.loss < fittedLoss)) return 'unfitted';
  const { moved } = leading(end);
  if (!moved || end.testAccuracy === null) return 'fitted';
  if (moved.share < halfShare) return hasNoise(science) && isChance(end.testAccuracy, science) ? 'memorised' : 'partly';
  const { is, signalDimension } = sourceOf(science);
  const every = is.signal !== 'exact' || moved.followed === signalDimension(science);
  return every && end.testAccuracy >= learntAccuracy ? 'learnt' : 'partly';
}

/** The same of a run that another page of this one, or a sweep, has made. */
export function outcomeOfRun(summary: RunSummary, science: Science): Outcome {
  return summary.diverged ? 'diverged' : outcomeOf(summary, science);
}

/** Standard error of a test accuracy. */
export function standardError(accuracy: number, science: Science): number {
  return Math.sqrt((accuracy * (1 - accuracy)) / sourceOf(science).testImages(science));
}

/** Whether a test accuracy is no better than guessing between two classes gives. */
function isChance(accuracy: number, science: Science): boolean {
  const guess = 1 / 2;
  return accuracy <= guess + chanceErrors * standardError(guess, science);
}

/**
 * The regime of the run that is shown, wherever the cursor is: what it came to once it has ended. Under a moving slider
 * the run that was shown last stays judged until the next takes its place.
 */
export function regimeOf({ run, experiment }: Pick<AppState, 'run' | 'experiment'>): Regime {
  const { status, latest } = run;
  if (status === 'diverged' || status === 'failed') return status;
  const of = run.experiment ?? experiment;
  if (latest && latest.step >= of.steps) return outcomeOf(latest, of);
  return status === 'paused' ? 'paused' : 'training';
}

/** Whether the run has ended with noise memorised, and its end is shown. */
export function hasMemorised(state: Pick<AppState, 'run' | 'experiment'>): boolean {
  return state.run.cursor === null && regimeOf(state) === 'memorised';
}
