import type { Experiment, Measured } from '../../experiment/parameters';
import type { Problem } from '../../problems/problem';
import type { RankNotion } from '../../spectrum/ranks';
import type { CompleteRun } from '../../training/protocol';
import type { RunSummary } from '../../training/summary';
import type { AppState, CurveState, CurveStatus, DataState, KnownRun, KnownState } from '../state';
import { leading } from '../../network/matrices';
import { imagesText } from '../../experiment/science';
import { secondsOf } from './curve-cost';
import { atLevel, bandSeeds, curvePlan, type CurvePlan } from './curve-plan';
import { endedRunOf } from './ended-run';
import { lineOf, runAt } from './known';
import { memo } from './memo';
import { rankOfValues } from './ranks';
import { lawfulNoiseOf, seenPredictionOf } from './theory';
import { halfShare } from './thresholds';

/** Lowest and highest over the seeds of one level of noise. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** One level of noise at which a run was made: ranks in the notion of the experiment. */
export interface ClaimPoint {
  readonly sigma: number;
  /** Rank of the noisy data. */
  readonly data: number;
  /** Rank of the filters at the run's end; null where it diverged. */
  readonly filters: number | null;
  /** Share of what training moved that lies in the signal span; null where it diverged, or no span is known. */
  readonly share: number | null;
  readonly testAccuracy: number | null;
  readonly diverged: boolean;
  /** Of all seeds, once they have been made at this level. */
  readonly bands?: { readonly data: Band; readonly filters: Band };
  /** A run of the visitor's own between two levels of the curve: it has no other seeds. */
  readonly between?: true;
  /** Whether the visitor's own run made it, rather than the levels of the curve. */
  readonly own: boolean;
  /** What opens the run. */
  readonly experiment: Measured;
}

/** The ranks at one level of noise. */
export interface ClaimValues {
  readonly sigma: number;
  readonly data: number;
  readonly filters: number | null;
  readonly share: number | null;
}

/** Rank against noise: all that the first figure shows and that is said of it. */
export interface ClaimCurve {
  readonly status: CurveStatus;
  /** Why it failed; null unless `failed`. */
  readonly failure: Problem | null;
  /** Whether every level is there. */
  readonly complete: boolean;
  /** Runs of its levels that are there, and how many it takes. */
  readonly done: number;
  readonly total: number;
  /** What drawing the rest would cost, where the visitor has to ask for it; null where it is drawn by itself. */
  readonly offer: { readonly runs: number; readonly seconds: number } | null;
  /** Over how many seeds the bands go: 1 where there are none yet. */
  readonly seeds: 1 | 3;
  /** The axis goes from 0 to here. */
  readonly xMax: number;
  /** Predicted rank of the data along the axis; null where there is no prediction in this notion for these images. */
  readonly predicted: readonly { readonly x: number; readonly y: number }[] | null;
  /** Rank of the clean data; null while it is not known. */
  readonly clean: number | null;
  /** By rising σ. */
  readonly points: readonly ClaimPoint[];
  /** What is left of the curve before, under other settings, until this one has taken its place; by rising σ. */
  readonly ghosts: readonly ClaimPoint[];
  /** Where the share falls below one half, as measured; null where it never does, or the levels around it are not there yet. */
  readonly half: number | null;
  /** Intervals of σ where less than half of what training moved lies in the signal span, as measured. */
  readonly noisy: readonly (readonly [from: number, to: number])[];
  /** Critical noise σ*; null where the images are not those of the theory. */
  readonly critical: number | null;
  /** Of the finished run of exactly this experiment; null where there is none. */
  readonly current: ClaimValues | null;
  /** Between the two points around the current σ, where the run itself is not there: where the handle stands meanwhile. */
  readonly between: ClaimValues | null;
}

/** Places along the axis at which the prediction is given. */
const predictions = 120;

/** What the first figure shows. The same object while nothing of it changes. */
export function claimCurveOf(state: AppState): ClaimCurve {
  const { experiment, known, curve, held, data } = state;
  const lines = seedLines(...seeds.map((seed) => lineOf(known, atLevel(experiment, experiment.sigma, seed))));
  const asked = curve.status === 'offered' || curve.status === 'stopped';
  return claimCurve(
    experiment,
    lines,
    curve,
    held,
    curve.before && (known.lines.get(curve.before.line) ?? null),
    endedRunOf(state),
    cleanOf(experiment, lines[0]!, data),
    asked ? known.pace : null,
  );
}

const seeds = Array.from({ length: bandSeeds }, (_, seed) => seed);
const seedLines = memo((...lines: readonly (readonly KnownRun[])[]) => lines);

const claimCurve = memo(
  (
    experiment: Experiment,
    lines: readonly (readonly KnownRun[])[],
    curve: CurveState,
    held: boolean,
    lineBefore: readonly KnownRun[] | null,
    ended: CompleteRun | null,
    clean: { readonly rank: number } | null,
    pace: KnownState['pace'],
  ): ClaimCurve => {
    const [line] = lines as [readonly KnownRun[]];
    const plan = curvePlan(experiment, line, curve.axis);
    const xMax = held && curve.axis ? curve.axis.end : plan.end;
    const done = plan.levels.filter((sigma) => runAt(line, sigma)).length;
    const complete = plan.settled && done === plan.levels.length;
    const inSight = ({ sigma }: ClaimPoint) => sigma <= xMax;
    const points = pointsOf(line, (run) => run.own || plan.levels.includes(run.experiment.sigma), experiment.rank)
      .map((point) => withBands(point, plan, lines, experiment.rank))
      .filter(inSight);
    const { before } = curve;
    const left =
      before && lineBefore && !complete && lineBefore !== line
        ? pointsOf(lineBefore, (run) => before.sigmas.includes(run.experiment.sigma), experiment.rank)
        : [];
    return {
      status: complete ? 'ready' : curve.status,
      failure: curve.failure,
      complete,
      done,
      total: plan.levels.length,
      offer:
        (curve.status === 'offered' || curve.status === 'stopped') && !complete
          ? { runs: plan.levels.length - done, seconds: secondsOf(experiment, plan.levels.length - done, pace) }
          : null,
      seeds: complete && plan.levels.every((sigma) => lines.every((of) => runAt(of, sigma))) ? bandSeeds : 1,
      xMax,
      predicted: predictedOf(experiment, xMax),
      clean: clean && clean.rank,
      points,
      ghosts: left.filter((ghost) => inSight(ghost) && !points.some((point) => isBeside(point, ghost, plan))),
      half: halfOf(points, plan.step),
      noisy: noisyOf(points, plan.step),
      critical: lawfulNoiseOf(experiment),
      current: currentOf(experiment, line, ended),
      between: betweenOf(experiment.sigma, points),
    };
  },
);

/** A new point takes the place of a ghost that is nearer than half a level. */
function isBeside(point: ClaimPoint, ghost: ClaimPoint, { step }: CurvePlan): boolean {
  return 2 * Math.abs(point.sigma - ghost.sigma) <= step;
}

/** Runs of a line as points by rising σ, one at each level of noise. */
function pointsOf(line: readonly KnownRun[], isPoint: (run: KnownRun) => boolean, notion: RankNotion): ClaimPoint[] {
  const sigmas = new Set(line.filter(isPoint).map(({ experiment }) => experiment.sigma));
  return [...sigmas]
    .toSorted((a, b) => a - b)
    .map((sigma) => {
      const { experiment, summary, own } = runAt(line, sigma)!;
      const { testAccuracy, diverged } = summary;
      return { ...valuesOf(sigma, summary, notion), testAccuracy, diverged, own, experiment };
    });
}

function valuesOf(sigma: number, summary: RunSummary, notion: RankNotion): ClaimValues {
  const filters = leading(summary);
  return {
    sigma,
    data: summary.data[notion],
    filters: summary.diverged ? null : filters.ranks[notion],
    share: summary.diverged ? null : (filters.moved?.share ?? null),
  };
}

function withBands(
  point: ClaimPoint,
  { levels }: CurvePlan,
  lines: readonly (readonly KnownRun[])[],
  notion: RankNotion,
): ClaimPoint {
  if (!levels.includes(point.sigma)) return { ...point, between: true };
  const runs = lines.flatMap((line) => runAt(line, point.sigma) ?? []);
  const filters = runs.flatMap(({ summary }) => valuesOf(point.sigma, summary, notion).filters ?? []);
  if (runs.length < bandSeeds || filters.length === 0) return point;
  return {
    ...point,
    bands: { data: bandOf(runs.map(({ summary }) => summary.data[notion])), filters: bandOf(filters) },
  };
}

const bandOf = (values: readonly number[]): Band => ({ low: Math.min(...values), high: Math.max(...values) });

const cleanOf = (experiment: Experiment, line: readonly KnownRun[], data: DataState) =>
  clean(experiment, runAt(line, 0), data.spectrum, data.experiment);

/** Rank of the clean data: that of the run without noise, or of a spectrum whose images differ in the noise alone. */
const clean = memo(
  (
    experiment: Experiment,
    still: KnownRun | null,
    spectrum: DataState['spectrum'],
    of: DataState['experiment'],
  ): { readonly rank: number } | null => {
    if (still) return { rank: still.summary.data[experiment.rank] };
    const without = (science: Measured) => `${imagesText({ ...science, sigma: 0 })} ${science.matrix}`;
    return spectrum && of && without(of) === without(experiment)
      ? { rank: rankOfValues(spectrum.clean, experiment.rank) }
      : null;
  },
);

/** The predicted rank of the data along the axis. */
function predictedOf(experiment: Experiment, xMax: number): ClaimCurve['predicted'] {
  const line = Array.from({ length: predictions + 1 }, (_, i) => {
    const x = (xMax * i) / predictions;
    return { x, y: seenPredictionOf({ ...experiment, sigma: x }) };
  });
  return line.every((point): point is { x: number; y: number } => point.y !== null) ? line : null;
}

/** The crossings of one half between neighbours: σ, and whether the share falls there. */
function crossingsOf(points: readonly ClaimPoint[]): { sigma: number; falls: boolean; width: number }[] {
  const known = points.flatMap(({ sigma, share }) => (share === null ? [] : [{ sigma, share }]));
  return known.slice(1).flatMap((to, i) => {
    const from = known[i]!;
    if (from.share < halfShare === to.share < halfShare) return [];
    const width = to.sigma - from.sigma;
    return [
      {
        sigma: from.sigma + ((from.share - halfShare) / (from.share - to.share)) * width,
        falls: to.share < halfShare,
        width,
      },
    ];
  });
}

/** Levels that stand apart by rounding are neighbours still. */
const slack = 1 + 1e-6;

/** Where the share first falls below one half; null where it never does, or levels are missing there. */
function halfOf(points: readonly ClaimPoint[], step: number): number | null {
  const first = crossingsOf(points).find(({ falls }) => falls);
  return first && first.width <= step * slack ? first.sigma : null;
}

/** Where the share is below one half; only as far as measured where levels are missing at an end. */
function noisyOf(points: readonly ClaimPoint[], step: number): ClaimCurve['noisy'] {
  const crossings = crossingsOf(points);
  const noisy: [number, number][] = [];
  let before: ClaimPoint | null = null;
  for (const point of points) {
    if (point.share === null) continue;
    const { sigma } = point;
    const last: ClaimPoint | null = before;
    const crossing =
      last && crossings.find((one) => one.sigma >= last.sigma && one.sigma <= sigma && one.width <= step * slack);
    const wasNoisy = last?.share != null && last.share < halfShare;
    if (point.share < halfShare && !wasNoisy) noisy.push([crossing ? crossing.sigma : sigma, sigma]);
    else if (point.share < halfShare) noisy.at(-1)![1] = sigma;
    else if (wasNoisy && crossing) noisy.at(-1)![1] = crossing.sigma;
    before = point;
  }
  return noisy;
}

function currentOf(experiment: Experiment, line: readonly KnownRun[], ended: CompleteRun | null): ClaimValues | null {
  const summary = ended?.summary ?? runAt(line, experiment.sigma)?.summary;
  return summary ? valuesOf(experiment.sigma, summary, experiment.rank) : null;
}

function betweenOf(sigma: number, points: readonly ClaimPoint[]): ClaimValues | null {
  const drawn = points.filter(({ filters }) => filters !== null);
  const at = drawn.findIndex((point) => point.sigma >= sigma);
  const to = drawn[at],
    from = to?.sigma === sigma ? to : drawn[at - 1];
  if (!to || !from) return null;
  const way = to === from ? 0 : (sigma - from.sigma) / (to.sigma - from.sigma);
  const mix = (a: number, b: number) => a + way * (b - a);
  return {
    sigma,
    data: mix(from.data, to.data),
    filters: mix(from.filters!, to.filters!),
    share: from.share === null || to.share === null ? null : mix(from.share, to.share),
  };
}
