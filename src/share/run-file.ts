import { encodeLink } from '../experiment/link';
import type { MatrixName } from '../experiment/networks';
import type { Experiment } from '../experiment/parameters';
import { withScience } from '../experiment/science';
import { closePointsOf } from '../store/views/change';
import { frameOf } from '../store/views/shown-frame';
import type { AppState } from '../store/state';
import { labelMoments, labelRecord, momentSteps, type MomentSteps } from '../store/views/wrong-labels';
import type { HistoryPoint } from '../training/snapshot';
import type { Backend } from '../training/trainer';

export const runFormat = 'rank-under-noise/run';
/** Of what is written. Version 1 had the filters alone, with their fields in every step. */
export const runVersion = 2;

/** A recorded step as a file holds it: everything but the values of matrices, which the link gives again. */
export interface RunFilePoint {
  readonly step: number;
  readonly loss: number;
  readonly trainAccuracy: number;
  readonly testAccuracy: number | null;
  /** Mean logistic loss of the test images. Absent, as `moved`, from files that were written before it was measured. */
  readonly testLoss?: number | null | undefined;
  /** Training accuracy apart, for images of right and of wrong label. Absent where all are right, and from older files. */
  readonly byLabel?: HistoryPoint['byLabel'];
  /** In the order of the file's matrices. */
  readonly matrices: readonly {
    readonly name: MatrixName;
    readonly signalShare: number | null;
    readonly singularValues: readonly number[];
    /** Of what training moved, W − W₀: its share in the signal span, and along each of its vectors. */
    readonly moved?:
      { readonly share: number; readonly along: readonly number[]; readonly followed: number } | null | undefined;
  }[];
}

export interface RunFileChange {
  readonly step: number;
  /** Singular values of W − W₀; all zero at step 0. */
  readonly moved: readonly number[];
  readonly gradient: {
    readonly singularValues: readonly number[];
    readonly signalShare: number | null;
    readonly cosine: number | null;
  };
}

/** A run as a file: what it was made from, where it was looked at, and what was measured. */
export interface RunFile {
  readonly format: typeof runFormat;
  readonly version: typeof runVersion;
  /** The experiment, as in the page's address. */
  readonly link: string;
  /** The step that was shown. */
  readonly step: number;
  readonly recorded: { readonly backend: Backend; readonly device: string };
  /** The network's weight matrices. */
  readonly matrices: readonly { readonly name: MatrixName; readonly rows: number; readonly columns: number }[];
  readonly history: readonly RunFilePoint[];
  /** Of the first matrix at some of its steps, where the page looked at that: spectra of W − W₀ and of the gradient, and its cosine with W − W₀, downhill. */
  readonly change?: readonly RunFileChange[] | undefined;
  /** Of a whole run with wrong labels: the steps at which what the page tells of them came; null what did not. */
  readonly moments?: MomentSteps | undefined;
  /** Null where the data's spectrum was not known. */
  readonly data: {
    readonly matrix: Experiment['matrix'];
    readonly signalDimension: number;
    readonly singularValues: readonly number[];
    readonly clean: readonly number[];
  } | null;
  /** Own images that its link names, where they were wanted in it: an NPZ file in base64 (`images-npz.ts`). */
  readonly images?: string | undefined;
}

/** Numbers in one file, without images: about 10 MB, half of what is read. */
const mostNumbers = 500_000;

/** The experiment that a state's recorded run belongs to, seen as the page is seen now, and not embedded. */
export function recordedExperiment({ experiment, run }: AppState): Experiment {
  const seen: Experiment = { ...experiment, embed: false, show: [], controls: [], tour: '', step: 0 };
  return run.experiment ? withScience(seen, run.experiment) : seen;
}

/** @returns null before the first frame. */
export function runFileOf(state: AppState): RunFile | null {
  const { run, data } = state;
  const frame = frameOf(state);
  if (!frame || !run.backend) return null;
  const close = closePointsOf(state).map(({ step, moved, gradient }): RunFileChange => ({
    step,
    moved: [...moved],
    gradient: {
      singularValues: [...gradient.singularValues],
      signalShare: gradient.energy?.share ?? null,
      cosine: gradient.cosine,
    },
  }));
  const told = labelRecord(state);
  return {
    format: runFormat,
    version: runVersion,
    link: `#${encodeLink(recordedExperiment(state))}`,
    step: frame.step,
    recorded: { backend: run.backend, device: run.device },
    matrices: frame.matrices.map(({ name, rows, columns }) => ({ name, rows, columns })),
    history: thinned(run.history, frame.step).map((point) => ({
      step: point.step,
      loss: point.loss,
      trainAccuracy: point.trainAccuracy,
      testAccuracy: point.testAccuracy,
      testLoss: point.testLoss,
      ...(point.byLabel && { byLabel: point.byLabel }),
      matrices: point.matrices.map(({ name, signalShare, singularValues, moved }) => ({
        name,
        signalShare,
        singularValues: [...singularValues],
        moved: moved && { ...moved, along: [...moved.along] },
      })),
    })),
    ...(close.length > 0 && { change: close }),
    ...(told.length > 0 && { moments: momentSteps(labelMoments(told)) }),
    data: data.spectrum && {
      matrix: (data.experiment ?? state.experiment).matrix,
      signalDimension: data.spectrum.signalDimension,
      singularValues: [...data.spectrum.data],
      clean: [...data.spectrum.clean],
    },
  };
}

/** Evenly fewer steps where a long run of many singular values would make a file that nobody reads; its ends and the step that is shown stay. */
function thinned(history: readonly HistoryPoint[], shown: number): readonly HistoryPoint[] {
  const numbers = history.reduce(
    (sum, { matrices }) => matrices.reduce((all, { singularValues }) => all + singularValues.length, sum + 5),
    0,
  );
  const every = Math.ceil(numbers / mostNumbers);
  return every <= 1
    ? history
    : history.filter(({ step }, i) => i % every === 0 || i === history.length - 1 || step === shown);
}
