import { defaultsOf } from '../../experiment/own-defaults';
import { defaults, type Experiment, type Science } from '../../experiment/parameters';
import { scienceAlone, scienceText } from '../../experiment/science';
import { leading } from '../../network/matrices';
import { besideBackend } from '../../training/backend-choice';
import type { HistoryPoint } from '../../training/snapshot';
import type { AppState, Asking } from '../state';
import { memo } from './memo';
import { rankAt } from './ranks';
import { recordOf } from './record';
import { cleanPart, grownBy, halfLabels, rightFitted } from './thresholds';

/** A recorded step, and the effective rank of the filters there. */
export interface RankedStep {
  readonly step: number;
  readonly rank: number;
}

/** What happens to a run under wrong labels, told by its recorded steps; each null where it does not. */
export interface LabelMoments {
  /** Nearly all rightly labelled images are fitted. */
  readonly fitted: RankedStep | null;
  /** From then on, the effective rank where it is least before it has grown by half, and where it has. */
  readonly least: RankedStep | null;
  readonly grown: RankedStep | null;
  /** More wrong labels are fitted than where fewest were. */
  readonly first: RankedStep | null;
  /** Half of the wrong labels are fitted, and all. */
  readonly half: RankedStep | null;
  readonly all: RankedStep | null;
  /** The signal share of what training moved has fallen by a tenth from its most. */
  readonly left: RankedStep | null;
}

/** @param record as of `recordOf`; images of right label must be among them, and of wrong. */
export const labelMoments = memo((record: readonly HistoryPoint[]): LabelMoments => {
  const ranked = (point: HistoryPoint | undefined): RankedStep | null =>
    point ? { step: point.step, rank: rankAt(point, 'effective') } : null;
  const after = record.filter(({ step }) => step > 0);
  const wrong = ({ byLabel }: HistoryPoint) => byLabel?.wrong ?? NaN;
  const fitted = after.find(({ byLabel }) => (byLabel?.right ?? 0) >= rightFitted);
  const least = (points: readonly HistoryPoint[], of: (point: HistoryPoint) => number) =>
    points.reduce((best, point) => (of(point) < of(best) ? point : best), points[0]!);

  const since = fitted ? after.slice(after.indexOf(fitted)) : [];
  let lowest = since[0];
  const grown = since.find((point) => {
    if (rankAt(point, 'effective') < rankAt(lowest!, 'effective')) lowest = point;
    return rankAt(point, 'effective') >= grownBy * rankAt(lowest!, 'effective');
  });

  // Wrong labels are fitted by chance before anything is: they count from where fewest are.
  const fewest = after.length > 0 ? least(after, wrong) : undefined;
  const later = fewest ? after.slice(after.indexOf(fewest)) : [];
  const reach = (share: number) => later.find((point) => wrong(point) >= share);

  const share = (point: HistoryPoint) => leading(point).moved?.share ?? 0;
  const most = since.length > 0 ? least(since, (point) => -share(point)) : undefined;
  const left = most && since.slice(since.indexOf(most)).find((point) => share(point) <= cleanPart * share(most));
  return {
    fitted: ranked(fitted),
    least: ranked(lowest),
    grown: ranked(grown),
    first: ranked(fewest && later.find((point) => wrong(point) > wrong(fewest))),
    half: ranked(reach(halfLabels)),
    all: ranked(reach(1)),
    left: ranked(left),
  };
});

export const momentNames = ['rightFitted', 'rankUp', 'anyWrong', 'halfWrong', 'allWrong', 'shareDown'] as const;
/** The steps of the moments under the names that they have outside of the page; each null where it did not come. */
export type MomentSteps = Readonly<Record<(typeof momentNames)[number], number | null>>;

export function momentSteps({ fitted, grown, first, half, all, left }: LabelMoments): MomentSteps {
  const at = (moment: RankedStep | null) => moment?.step ?? null;
  return {
    rightFitted: at(fitted),
    rankUp: at(grown),
    anyWrong: at(first),
    halfWrong: at(half),
    allWrong: at(all),
    shareDown: at(left),
  };
}

/** What the effective rank says of what is memorised. */
export type RankSays =
  /** It has grown before any more wrong labels are fitted, before half of them are, or only after. */
  | 'first'
  | 'before half'
  | 'late'
  /** Half are fitted while it stays. */
  | 'blind'
  /** It has grown and fewer than half are fitted; neither. */
  | 'grown'
  | 'nothing';

export function rankSays({ grown, first, half }: LabelMoments): RankSays {
  if (grown && !half) return 'grown';
  if (!half) return 'nothing';
  if (!grown) return 'blind';
  if (grown.step >= half.step) return 'late';
  return first && grown.step >= first.step ? 'before half' : 'first';
}

/** The step to stop at, and by what it was found: where the rank has grown by half in time, else where test accuracy is highest. */
export interface BestMoment {
  readonly by: 'rank' | 'test';
  readonly point: HistoryPoint;
}

export const bestMoment = memo((record: readonly HistoryPoint[]): BestMoment | null => {
  const moments = labelMoments(record);
  const says = rankSays(moments);
  const warned = says === 'first' || says === 'before half' || says === 'grown' ? moments.grown : null;
  const point = warned && record.find(({ step }) => step === warned.step);
  if (point) return { by: 'rank', point };
  const tested = record.filter(({ step, testAccuracy }) => step > 0 && testAccuracy !== null);
  if (tested.length === 0 || !moments.half) return null;
  // Of several, the one of least test loss.
  const best = tested.reduce((a, b) =>
    b.testAccuracy! > a.testAccuracy! || (b.testAccuracy === a.testAccuracy && b.testLoss! < a.testLoss!) ? b : a,
  );
  return { by: 'test', point: best };
});

/** Recorded steps of the current run, where labels are wrong and all of it is recorded; empty elsewhere. */
export function labelRecord({ run }: Pick<AppState, 'run'>): readonly HistoryPoint[] {
  const record = recordOf(run);
  return run.experiment && run.experiment.flip > 0 && record.at(-1)?.step === run.experiment.steps ? record : none;
}
const none: readonly HistoryPoint[] = [];

/** Networks beside each other: the one of two layers, deeper ones and attention. */
export const contrasted = ['cnn', 'depth3', 'depth5', 'transformer'] as const;
export type Contrasted = (typeof contrasted)[number];
const networks: Readonly<Record<Contrasted, Pick<Partial<Experiment>, 'net' | 'depth'>>> = {
  cnn: { net: 'cnn' },
  depth3: { net: 'deep', depth: 3 },
  depth5: { net: 'deep', depth: 5 },
  transformer: { net: 'transformer' },
};
/** Points that are recorded of such a run. */
const contrastPoints = 150;

/** The same images and labels under each network, with its own width and rate, as long as the page's run. */
function contrastedExperiment(experiment: Science, name: Contrasted): Experiment {
  const { net = 'cnn', depth = defaults.depth } = networks[name];
  const { m, lr } = defaultsOf({ net, token: 'filters', opt: 'gd' });
  const { token, opt } = defaults;
  return { ...scienceAlone(experiment), net, depth, token, opt, m, lr };
}

const contrastAsked = memo((experiment: Experiment): readonly Asking<'contrast'>[] =>
  contrasted.map((name) => {
    const science = contrastedExperiment(experiment, name);
    return {
      text: scienceText(science),
      params: { experiment: science, backend: besideBackend(science, null), points: contrastPoints },
    };
  }),
);

/** The next of them that is to be made. */
export function nextContrast({ experiment, asked: { contrast } }: AppState): Asking<'contrast'> | null {
  if (experiment.flip === 0) return null;
  return (
    contrastAsked(experiment).find(
      ({ text }) => contrast.failed?.text !== text && !contrast.answers.some((answer) => answer.text === text),
    ) ?? null
  );
}

const found = memo(
  ({ answers }: AppState['asked']['contrast'], experiment: Experiment): readonly (readonly HistoryPoint[] | null)[] =>
    contrastAsked(experiment).map(({ text }) => answers.find((one) => one.text === text)?.answer.history ?? null),
);

/** What is recorded of each, in their order; null where it is still to be made. The same object while nothing changes. */
export const contrastOf = ({ asked, experiment }: AppState) => found(asked.contrast, experiment);
