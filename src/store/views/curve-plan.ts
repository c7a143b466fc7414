import { parameters, type Experiment, type Measured } from '../../experiment/parameters';
import { levelsBetween } from '../../experiment/sweep';
import type { CurveState, KnownRun } from '../state';
import { lineText } from './known';
import { memo } from './memo';
import { triedEnds } from './noise-end';
import { noiseReach, roundLevels, roundUp } from './noise-levels';

/** At most so many steps on what is added to a curve. */
const addedLevels = 6;
/** Seeds of a level with its band. */
export const bandSeeds = 3;
/** The levels of noise at which an experiment's curve is measured. */
export interface CurvePlan {
  readonly line: string;
  /** Where the axis ends. */
  readonly end: number;
  /** Ascending. */
  readonly levels: readonly number[];
  /** Whether `end` is where the curve ends, or another may be tried. */
  readonly settled: boolean;
  /** Two levels this near each other are neighbours: nothing was left out between them. */
  readonly step: number;
}

/** @param line what is known of the experiment at any noise. @param axis where it ended before. */
export const curvePlan = memo(
  (experiment: Experiment, line: readonly KnownRun[], axis: CurveState['axis']): CurvePlan => {
    const name = lineText(experiment);
    const reach = noiseReach(experiment);
    const tried = reach === null ? triedEnds(line, endOf) : { ends: [reach], settled: true };
    const own = roundLevels(tried.ends.at(-1)!);
    const base = own.at(-1)!,
      step = own[1]!;
    const end = Math.max(base, axis?.line === name ? axis.end : 0, stretched(experiment.sigma, base));
    const added = Math.min(addedLevels, Math.ceil((end - base) / step));
    const levels = new Set([
      ...own,
      ...tried.ends.slice(0, -1).map(endOf),
      ...levelsBetween('sigma', base, end, added + 1).slice(1),
    ]);
    return {
      line: name,
      end,
      levels: [...levels].toSorted((a, b) => a - b),
      settled: tried.settled,
      step: Math.max(step, added > 0 ? (end - base) / added : 0),
    };
  },
);

/** The end of the axis that a σ beyond it asks for. */
function stretched(sigma: number, base: number): number {
  return sigma > base ? Math.min(roundUp(sigma), parameters.sigma.max) : 0;
}

const endOf = (end: number) => roundLevels(end).at(-1)!;

/** The order in which levels are measured: no noise, where the visitor stands, the end, then between, coarse to fine. */
export function bestOrder(levels: readonly number[], at: number): number[] {
  const order = new Set([levels[0]!, at, levels.at(-1)!]);
  let gaps: (readonly [from: number, to: number])[] = [[0, levels.length - 1]];
  while (gaps.length > 0) {
    gaps = gaps.flatMap(([from, to]) => {
      if (to - from < 2) return [];
      const middle = (from + to) >> 1;
      order.add(levels[middle]!);
      return [
        [from, middle],
        [middle, to],
      ] as const;
    });
  }
  return [...order];
}

/** The same experiment at a level of noise, and with the seed that follows so many after its own. */
export function atLevel(experiment: Experiment, sigma: number, seed = 0): Measured {
  return { ...experiment, sigma, seed: (experiment.seed + seed) % (parameters.seed.max + 1) };
}
