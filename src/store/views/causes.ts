import type { Experiment, Measured } from '../../experiment/parameters';
import { variantBase, variantNames, variantOf, type VariantName } from '../../experiment/variants';
import type { Problem } from '../../problems/problem';
import type { RankNotion } from '../../spectrum/ranks';
import type { AppState, CausesState, CurveStatus, KnownRun, KnownState } from '../state';
import { secondsOf } from './curve-cost';
import { lineOf, lineText, runAt } from './known';
import { memo } from './memo';
import { tries } from './noise-end';
import { noiseReach, roundLevels } from './noise-levels';
import { leading } from './shown-frame';
import { lawfulNoiseOf } from './theory';
import { halfShare } from './thresholds';

/** A run of a variant: its filters, in the notion of rank that the page shows. */
export interface CausePoint {
  readonly sigma: number;
  readonly data: number;
  /** Null where it diverged. */
  readonly rank: number | null;
  /** Share of what training moved that lies in the signal span. */
  readonly share: number | null;
  readonly testAccuracy: number | null;
  readonly diverged: boolean;
  /** What opens the run. */
  readonly experiment: Measured;
}

/** One variant over the levels of noise. */
export interface Cause {
  readonly name: VariantName;
  /** By level; null where the run is still to come. */
  readonly points: readonly (CausePoint | null)[];
  /** Noise at which the share falls below one half, between two levels; null where it has not been seen to. */
  readonly half: number | null;
}

export interface Causes {
  readonly base: Measured;
  /** Levels of noise, ascending. */
  readonly levels: readonly number[];
  /** Of the base: variants with another exponent, or another network, have none of their own. */
  readonly critical: number | null;
  readonly rows: readonly Cause[];
  readonly done: number;
  readonly total: number;
  readonly status: CurveStatus;
  readonly failure: Problem | null;
  /** About how long what is missing would take here, in seconds. */
  readonly seconds: number;
}

/** What is measured of the variants of a base. */
export interface CausesPlan {
  readonly base: Measured;
  readonly levels: readonly number[];
  readonly variants: readonly { readonly name: VariantName; readonly line: string; readonly experiment: Measured }[];
}

/**
 * Levels among twelve even ones, which the curve of the first figure measures too: closer together where the share falls.
 * The third is the noise that is spoken of.
 */
const places = [0, 2, 4, 5, 6, 7, 8, 12],
  all = 12;
export const spokenLevel = 2,
  beyondLevel = 6;

export const causesPlan = memo((base: Measured): CausesPlan => {
  const even = roundLevels(noiseReach(base) ?? tries[0]);
  const levels = new Set(places.map((place) => even[Math.round((place * (even.length - 1)) / all)]!));
  const variants = variantNames.flatMap((name) => {
    const experiment = variantOf(base, name);
    return experiment ? [{ name, line: lineText(experiment), experiment }] : [];
  });
  return { base, levels: [...levels], variants };
});

const newBase = memo((experiment: Experiment): Measured => variantBase(experiment));

/** The base that is kept as long as the page shows one of its variants, at any noise; else that of what it shows. */
export function causesBase({ experiment, causes }: Pick<AppState, 'experiment' | 'causes'>): Measured {
  const { base } = causes;
  const line = lineText(experiment);
  return base && causesPlan(base).variants.some((variant) => variant.line === line) ? base : newBase(experiment);
}

/** What the panel of variants shows. The same object while nothing of it changes. */
export function causesOf(state: AppState): Causes {
  const plan = causesPlan(causesBase(state));
  const lines = linesOf(...plan.variants.map(({ experiment }) => lineOf(state.known, experiment)));
  return causesShown(plan, lines, state.experiment.rank, state.causes, state.known.pace);
}

const linesOf = memo((...lines: readonly (readonly KnownRun[])[]) => lines);

const causesShown = memo(
  (
    { base, levels, variants }: CausesPlan,
    lines: readonly (readonly KnownRun[])[],
    notion: RankNotion,
    { status, failure }: CausesState,
    pace: KnownState['pace'],
  ): Causes => {
    const rows = variants.map(({ name }, i): Cause => {
      const points = levels.map((sigma) => pointOf(runAt(lines[i]!, sigma), notion));
      return { name, points, half: halfOf(points) };
    });
    const missing = rows.map(({ points }) => points.filter((point) => point === null).length);
    const left = missing.reduce((sum, count) => sum + count, 0);
    const total = rows.length * levels.length;
    return {
      base,
      levels,
      critical: lawfulNoiseOf(base),
      rows,
      done: total - left,
      total,
      status: left === 0 ? 'ready' : status,
      failure,
      seconds: missing.reduce((sum, count, i) => sum + secondsOf(variants[i]!.experiment, count, pace), 0),
    };
  },
);

const pointOf = memo((run: KnownRun | null, notion: RankNotion): CausePoint | null => {
  if (!run) return null;
  const { experiment, summary } = run;
  const { diverged, testAccuracy, data } = summary;
  const filters = leading(summary);
  return {
    sigma: experiment.sigma,
    data: data[notion],
    rank: diverged ? null : filters.ranks[notion],
    share: diverged ? null : (filters.moved?.share ?? null),
    testAccuracy,
    diverged,
    experiment,
  };
});

/** Where the share first falls below one half between two levels that are both known. */
function halfOf(points: readonly (CausePoint | null)[]): number | null {
  for (let i = 1; i < points.length; i++) {
    const from = points[i - 1],
      to = points[i];
    if (from?.share == null || to?.share == null || from.share < halfShare || to.share >= halfShare) continue;
    return from.sigma + ((from.share - halfShare) / (from.share - to.share)) * (to.sigma - from.sigma);
  }
  return null;
}
