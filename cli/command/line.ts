import { scienceKeys } from '../../src/experiment/parameters';
import { ranksOfValues, type MatrixSummary, type Ranks, type RunSummary } from '../../src/training/summary';
import { criticalNoiseOf, lawfulNoiseOf, predictedRankOf } from '../../src/theory/of-experiment';
import type { LabelAccuracies } from '../../src/network/loss';
import type { CompleteRun } from '../../src/training/protocol';
import type { MatrixChange } from '../../src/training/change';
import type { HistoryPoint, RecordedMatrix } from '../../src/training/snapshot';
import type { Backend } from '../../src/training/trainer';
import { labelMoments, momentSteps, type MomentSteps } from '../../src/store/views/wrong-labels';
import { linkOf, type Plan } from './plan';
import type { Versions } from './versions';

export const lineFormat = 1;

/** What is measured of a weight matrix: its ranks, and the shares in the signal span of it and of what training moved. */
interface LineMatrix extends Ranks {
  readonly signalShare: number | null;
  readonly movedShare: number | null;
  readonly followed: number | null;
  /** Where it was asked for and is finite. */
  readonly change?: LineChange;
}

/** What training moved, W − W₀, and where the gradient of the mean loss pulls. Shares are null where no signal span is known, or rows are no filters. */
interface LineChange {
  readonly moved: Ranks;
  /** Energy of W − W₀ along each signal vector, as shares of all of it. */
  readonly along: readonly number[] | null;
  readonly gradient: Ranks & {
    readonly signalShare: number | null;
    /** Of −∂L/∂W with W − W₀. */
    readonly cosine: number | null;
  };
}

interface Measurement {
  readonly step: number;
  readonly loss: number | null;
  readonly testLoss: number | null;
  readonly trainAccuracy: number;
  readonly testAccuracy: number | null;
  /** Training accuracy apart, for images of right and of wrong label. Absent where all are right, and from lines that were written before it was kept. */
  readonly byLabel?: LabelAccuracies;
  /** By the names of the network's matrices, in their order. */
  readonly matrices: Readonly<Record<string, LineMatrix>>;
}

/** One run, as it is kept in a line of NDJSON. Numbers that are not finite are null, as JSON has no others. */
export interface Line extends Measurement {
  /** Of the format. */
  readonly rankUnderNoise: number;
  /** Which runs it is one of: see `Plan`. */
  readonly plan: string;
  /** Its place in them, from 0, and how many there are. */
  readonly run: number;
  readonly of: number;
  readonly versions: Versions;
  readonly backend: Backend;
  /** Points of a history that were asked for; 0 for none. */
  readonly points: number;
  /** The hash that opens the run in the page. */
  readonly link: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly diverged: boolean;
  readonly signalDimension: number;
  /** Null where theory says nothing. */
  readonly criticalNoise: number | null;
  /** The same where its law is for the network, the optimiser and the labels as well. */
  readonly lawfulNoise: number | null;
  readonly predictedStableRank: number | null;
  /** Of the data matrix, with noise and without. */
  readonly data: Ranks;
  readonly clean: Ranks;
  /** Of a transformer: the share of attention on the object. */
  readonly attention?: number;
  /** With a history, where labels are wrong: the steps of it at which what the page tells of them came; null what did not. */
  readonly moments?: MomentSteps;
  /** Singular values, descending. */
  readonly spectra?: Readonly<Record<string, readonly number[]>>;
  readonly history?: readonly (Measurement & { readonly spectra?: Readonly<Record<string, readonly number[]>> })[];
}

const noRanks = { stable: null, effective: null, numerical: null, energy: null } as unknown as Ranks;

/** Ranks of an empty spectrum would read as those of the zero matrix. */
const ranksOf = ({ singularValues }: RecordedMatrix): Ranks =>
  singularValues.length === 0 ? noRanks : ranksOfValues(singularValues);

const measurement = ({
  step,
  loss,
  testLoss,
  trainAccuracy,
  testAccuracy,
  byLabel,
  matrices,
}: HistoryPoint): Measurement => ({
  step,
  loss,
  testLoss,
  trainAccuracy,
  testAccuracy,
  ...(byLabel && { byLabel }),
  matrices: Object.fromEntries(
    matrices.map((matrix) => [
      matrix.name,
      {
        ...ranksOf(matrix),
        signalShare: matrix.signalShare,
        movedShare: matrix.moved?.share ?? null,
        followed: matrix.moved?.followed ?? null,
        ...(matrix.change && { change: lineChange(matrix, matrix.change) }),
      },
    ]),
  ),
});

const lineChange = ({ moved }: RecordedMatrix, change: MatrixChange): LineChange => ({
  moved: ranksOfValues(change.moved),
  along: moved && [...moved.along],
  gradient: {
    ...ranksOfValues(change.gradient.singularValues),
    signalShare: change.gradient.energy?.share ?? null,
    cosine: change.gradient.cosine,
  },
});

/** Whether a line was kept with changes; of a run that is not finite nobody can tell. */
export const isChangeKept = ({ matrices }: Line): boolean => Object.values(matrices).some(({ change }) => change);

const spectraOf = ({ matrices }: HistoryPoint) =>
  Object.fromEntries(
    matrices.flatMap(({ name, singularValues, change }) => [
      [name, [...singularValues]],
      ...(change
        ? [
            [`${name}.moved`, [...change.moved]],
            [`${name}.gradient`, [...change.gradient.singularValues]],
          ]
        : []),
    ]),
  );

/** The line of a plan's run, without its end: the same text wherever and whenever it is made. */
export function lineOf(plan: Plan, run: number, made: CompleteRun, backend: Backend, versions: Versions): string {
  const experiment = plan.runs[run]!;
  const { history, spectrum, summary } = made;
  const end = history.at(-1)!;
  const line: Line = {
    rankUnderNoise: lineFormat,
    plan: plan.name,
    run,
    of: plan.runs.length,
    versions,
    backend,
    points: plan.history,
    link: linkOf(experiment),
    parameters: Object.fromEntries(([...scienceKeys, 'matrix'] as const).map((key) => [key, experiment[key]])),
    signalDimension: spectrum.signalDimension,
    criticalNoise: criticalNoiseOf(experiment),
    lawfulNoise: lawfulNoiseOf(experiment),
    // The prediction is for the patch matrix.
    predictedStableRank: experiment.matrix === 'patch' ? predictedRankOf(experiment) : null,
    data: summary.data,
    clean: ranksOfValues(spectrum.clean),
    diverged: summary.diverged,
    ...measurement(end),
    ...(summary.attention !== undefined && { attention: summary.attention }),
    ...(plan.history > 0 && end.byLabel && { moments: momentSteps(labelMoments(history)) }),
    ...(plan.spectra && { spectra: { data: [...spectrum.data], clean: [...spectrum.clean], ...spectraOf(end) } }),
    ...(plan.history > 0 && {
      history: history.map((point) => ({ ...measurement(point), ...(plan.spectra && { spectra: spectraOf(point) }) })),
    }),
  };
  return JSON.stringify(line);
}

/** The summary that a line was written from, for the page's figures. */
export function summaryOfLine(line: Line): RunSummary {
  const { step, loss, trainAccuracy, testAccuracy, testLoss, byLabel, diverged, data, signalDimension, attention } =
    line;
  const matrices = Object.entries(line.matrices).map(
    ([name, { signalShare, movedShare, followed, stable, effective, numerical, energy }]): MatrixSummary => ({
      name: name as MatrixSummary['name'],
      ranks: { stable, effective, numerical, energy },
      signalShare,
      moved: movedShare === null || followed === null ? null : { share: movedShare, followed },
    }),
  );
  return {
    step,
    loss: loss ?? NaN,
    trainAccuracy,
    testAccuracy,
    testLoss,
    ...(byLabel && { byLabel }),
    diverged,
    matrices,
    data,
    signalDimension,
    ...(attention !== undefined && { attention }),
  };
}
