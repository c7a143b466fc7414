import type { RankNotion } from '../../spectrum/ranks';
import type { MatrixChange } from '../../training/change';
import type { CompleteRun } from '../../training/protocol';
import { ranksOfValues } from '../../training/summary';
import type { AppState } from '../state';
import { isRunCurrent } from './current';
import { pointAt } from './frames';
import { memo } from './memo';
import { questions } from './questions';
import type { RankRow } from './rank-table';
import { rankOfValues } from './ranks';
import { frameOf, leading } from './shown-frame';

/** How the filters have changed by a step, and where they are pulled; null where nothing is known of it. */
export interface ChangePoint {
  readonly step: number;
  /** In the notion of rank that the page shows. */
  readonly ranks: Readonly<Record<ChangePart, number | null>>;
  /** Shares of energy in the signal span. */
  readonly shares: Readonly<Record<ChangePart, number | null>>;
  /** Of W − W₀ along each signal vector, as shares of all of it. */
  readonly along: readonly number[];
  /** Cosine of the way down with W − W₀. */
  readonly cosine: number | null;
}

/** The filters as they are, what training moved of them (W − W₀), and the gradient. */
export const changeParts = ['filters', 'moved', 'gradient'] as const;
export type ChangePart = (typeof changeParts)[number];

/** The current run as it was looked at closely; null until that has been asked for and made. */
export function closeRunOf(state: AppState): CompleteRun | null {
  const text = questions.change.of(state)?.text;
  return state.asked.change.answers.find((answer) => answer.text === text)?.answer ?? null;
}

/** A step at which the first matrix was looked at closely. */
export interface ClosePoint extends MatrixChange {
  readonly step: number;
}

/** What was looked at closely of the run that is shown, for its files: nothing is made for them alone. */
export function closePointsOf(state: AppState): readonly ClosePoint[] {
  const run = isRunCurrent(state) ? closeRunOf(state) : null;
  return run ? closePoints(run) : noPoints;
}

const noPoints: readonly ClosePoint[] = [];

const closePoints = memo((run: CompleteRun): readonly ClosePoint[] =>
  run.history.flatMap((point) => {
    const { change } = leading(point);
    return change ? [{ step: point.step, ...change }] : [];
  }),
);

/** Its points, with ranks in the notion that the page shows. */
export function changeOf(state: AppState): readonly ChangePoint[] {
  const run = closeRunOf(state);
  return run ? changePoints(run, state.experiment.rank) : none;
}

const none: readonly ChangePoint[] = [];

const changePoints = memo((run: CompleteRun, notion: RankNotion): readonly ChangePoint[] =>
  run.history.map((point) => {
    const { singularValues, signalShare, moved, change } = leading(point);
    // The rank of a matrix that is zero would be drawn as one that is low.
    const rank = (values: Float64Array | undefined) => (values?.[0] ? rankOfValues(values, notion) : null);
    return {
      step: point.step,
      ranks: {
        filters: rank(singularValues),
        moved: rank(change?.moved),
        gradient: rank(change?.gradient.singularValues),
      },
      shares: { filters: signalShare, moved: moved?.share ?? null, gradient: change?.gradient.energy?.share ?? null },
      along: moved ? [...moved.along] : [],
      cosine: change?.gradient.cosine ?? null,
    };
  }),
);

/** Ranks of W − W₀ and of the gradient, at the last of those points before the step that is shown. */
export function changeRows(state: AppState): readonly RankRow[] {
  const run = isRunCurrent(state) ? closeRunOf(state) : null;
  const step = frameOf(state)?.step;
  return run && step !== undefined ? rowsAt(run, step) : noRows;
}

const noRows: readonly RankRow[] = [];

const rowsAt = memo((run: CompleteRun, step: number): readonly RankRow[] => {
  const matrix = leading(pointAt(run.history, step)!);
  if (!matrix.change) return noRows;
  const row = (key: 'moved' | 'gradient', values: Float64Array): RankRow => ({
    key,
    role: matrix.role,
    ranks: ranksOfValues(values),
    size: [matrix.rows, matrix.columns],
    stale: false,
  });
  return [row('moved', matrix.change.moved), row('gradient', matrix.change.gradient.singularValues)];
});
