import { decodeLink } from '../../src/experiment/link';
import { leading } from '../../src/network/matrices';
import { effectiveRank, numericalRank, stableRank } from '../../src/spectrum/ranks';
import { testEngine } from '../../src/store/testing-runs';
import type { HistoryPoint } from '../../src/training/snapshot';
import { criticalNoiseOf } from '../../src/theory/of-experiment';

/** What claims are made of: where one run ended, by the page's engine on WebAssembly. */
export interface RunEnd {
  /** Stable rank of the noisy and of the clean patch matrix. */
  readonly data: number;
  readonly clean: number;
  /** Of the filters, or of the first layer. */
  readonly stable: number;
  readonly effective: number;
  readonly numerical: number;
  /** The last singular value that the signal has room for over the next. */
  readonly gap: number;
  /** Of the filters' energy in the signal span. */
  readonly share: number;
  readonly loss: number;
  readonly train: number;
  readonly test: number;
  /** Stable rank of what images have become at every depth after the first layer: noisy over clean, less one, the largest. */
  readonly apart: number;
  /** Share of attention on the object before training and after; not a number where there is none. */
  readonly attentionBefore: number;
  readonly attention: number;
  /** σ over σ*. */
  readonly ratio: number;
  /** Effective rank of the noisy patch matrix. */
  readonly dataEffective: number;
  /** Under wrong labels. Steps are not a number where the moment does not come. */
  readonly labels: LabelEnd;
  /** Recorded steps at which the filters' singular values reach five times the largest at the start, as many as the signal has room for. */
  readonly rises: readonly number[];
}

/** What came when, with some labels wrong, worked out here from what was recorded. */
interface LabelEnd {
  /** The first step at which 99% of the rightly labelled images are fitted. */
  readonly fitted: number;
  /** Since then the effective rank has grown by half of its least so far. */
  readonly grown: number;
  /** After fewest wrong labels were fitted: one more is, half are, all are. */
  readonly first: number;
  readonly half: number;
  readonly all: number;
  /** What training moved has lost a tenth of the most that its signal share was since `fitted`. */
  readonly left: number;
  /** The most that the effective rank is of its least so far, from `fitted` to where all wrong labels are fitted, or to the end where they are not, and to the end. */
  readonly growth: Readonly<Record<'toAll' | 'toEnd', number>>;
  /** The largest effective rank over the least while wrong labels are fitted: from `first` to `all`, or to the end where they are not. */
  readonly spread: number;
  /** The least effective rank of any step after the start. */
  readonly least: number;
}

/** @throws where the link names something that cannot be. */
export async function runEnd(link: string): Promise<RunEnd> {
  const { experiment, notices } = decodeLink(link);
  if (notices.length > 0) throw new Error(`${link}: ${JSON.stringify(notices)}`);
  const { data, clean, signalDimension } = await testEngine.spectrum({ experiment });
  const { snapshot: first } = await testEngine.start({ experiment, backend: 'wasm' });
  // Most claims are of the end; what tells of moments needs all that the page records.
  const told = experiment.flip > 0 || experiment.ratio < 1;
  const { snapshot: end, trail } = await testEngine.advance({
    steps: experiment.steps,
    budget: null,
    record: told ? 'full' : 'end',
    lean: true,
  });
  const points = [first, ...trail];
  const { singularValues: s, signalShare } = leading(end);
  const isShallow = experiment.net === 'cnn' || experiment.net === 'dense';
  const depths = isShallow ? null : await testEngine.embeddings({ experiment, matrices: end.matrices });
  const attention =
    experiment.net === 'transformer' &&
    (await testEngine.attention({ experiment, frames: [first.matrices, end.matrices] }));
  return {
    data: stableRank(data),
    clean: stableRank(clean),
    stable: stableRank(s),
    effective: effectiveRank(s),
    numerical: numericalRank(s),
    gap: s[signalDimension - 1]! / s[signalDimension]!,
    share: signalShare ?? NaN,
    loss: end.loss,
    train: end.trainAccuracy,
    test: end.testAccuracy ?? NaN,
    apart: depths
      ? Math.max(
          ...depths
            .filter(({ name }) => name !== 'x')
            .map(({ noisy, clean: still }) => Math.abs(stableRank(noisy) / stableRank(still) - 1)),
        )
      : NaN,
    attentionBefore: attention ? attention[0]! : NaN,
    attention: attention ? attention[1]! : NaN,
    ratio: experiment.sigma / (criticalNoiseOf(experiment) ?? NaN),
    dataEffective: effectiveRank(data),
    labels: labelsOf(points),
    rises: Array.from({ length: signalDimension }, (_, i) => {
      const most = 5 * leading(first).singularValues[0]!;
      return points.find((point) => leading(point).singularValues[i]! >= most)?.step ?? NaN;
    }),
  };
}

function labelsOf(points: readonly HistoryPoint[]): LabelEnd {
  const ranks = points.map((point) => effectiveRank(leading(point).singularValues));
  const wrong = points.map(({ byLabel }) => byLabel?.wrong ?? NaN);
  const fitted = points.findIndex(({ step, byLabel }) => step > 0 && (byLabel?.right ?? 0) >= 0.99);
  const fewest = wrong.reduce((best, share, i) => (i > 0 && !(share >= wrong[best]!) ? i : best), 1);
  const after = (i: number, is: (i: number) => boolean) => points.findIndex((_, j) => j >= i && is(j));
  const stepAt = (i: number) => (i < 0 ? NaN : points[i]!.step);
  const since = (from: number, to: number) => ranks.slice(from, to + 1);
  const growth = (to: number) =>
    fitted < 0
      ? NaN
      : Math.max(
          ...since(fitted, to < 0 ? points.length - 1 : to).map(
            (rank, i) => rank / Math.min(...since(fitted, fitted + i)),
          ),
        );
  const first = after(fewest, (i) => wrong[i]! > wrong[fewest]!),
    half = after(fewest, (i) => wrong[i]! >= 0.5),
    all = after(fewest, (i) => wrong[i] === 1);
  const shares = points.map((point) => leading(point).moved?.share ?? 0);
  const most = shares.reduce(
    (best, share, i) => (i >= fitted && share > shares[best]! ? i : best),
    Math.max(0, fitted),
  );
  const meanwhile = first < 0 ? [NaN] : since(first, all < 0 ? points.length - 1 : all);
  return {
    fitted: stepAt(fitted),
    grown: fitted < 0 ? NaN : stepAt(after(fitted, (i) => ranks[i]! >= 1.5 * Math.min(...since(fitted, i)))),
    first: stepAt(first),
    half: stepAt(half),
    all: stepAt(all),
    left: fitted < 0 ? NaN : stepAt(after(most, (i) => shares[i]! <= 0.9 * shares[most]!)),
    growth: { toAll: growth(all), toEnd: growth(-1) },
    least: Math.min(...ranks.slice(1)),
    spread: Math.max(...meanwhile) / Math.min(...meanwhile),
  };
}
