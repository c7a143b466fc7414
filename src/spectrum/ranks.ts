/**
 * Four notions of rank. Each takes the singular values s_1 ≥ s_2 ≥ … ≥ 0 of one matrix, and is 0 where they are all
 * zero or there are none. Only ratios to s_1 are used, so that no scale overflows or underflows.
 */
export const rankNotions = ['stable', 'effective', 'numerical', 'energy'] as const;

export type RankNotion = (typeof rankNotions)[number];

type Values = ArrayLike<number>;

/** A share that a spectrum of equal values reaches exactly must not be missed by rounding. */
const roundingSlack = 1e-12;

/** Σs² / s_1², in [1, number of values]. */
export function stableRank(s: Values): number {
  return ratios(s).reduce((sum, ratio) => sum + ratio * ratio, 0);
}

/** exp of the entropy of s / Σs, in [1, number of values] (Roy & Vetterli, EUSIPCO 2007). */
export function effectiveRank(s: Values): number {
  const relative = ratios(s);
  const total = relative.reduce((sum, ratio) => sum + ratio, 0);
  if (total === 0) return 0;
  return Math.exp(
    relative.reduce((sum, ratio) => (ratio > 0 ? sum - (ratio / total) * Math.log(ratio / total) : sum), 0),
  );
}

/** How many values are above tau · s_1, tau in [0, 1). */
export function numericalRank(s: Values, tau = 0.1): number {
  return ratios(s).filter((ratio) => ratio > tau).length;
}

/** The fewest leading values that hold `share` of Σs², share in [0, 1]. */
export function energyRank(s: Values, share = 0.9): number {
  const squares = ratios(s).map((ratio) => ratio * ratio);
  const enough = squares.reduce((sum, square) => sum + square, 0) * share * (1 - roundingSlack);
  let held = 0;
  let count = 0;
  while (held < enough && count < squares.length) held += squares[count++];
  return count;
}

const notions: Record<RankNotion, (s: Values) => number> = {
  stable: stableRank,
  effective: effectiveRank,
  numerical: (s) => numericalRank(s),
  energy: (s) => energyRank(s),
};

/** The rank by a named notion, with its default threshold. */
export function rankOf(notion: RankNotion, s: Values): number {
  return notions[notion](s);
}

/** s / s_1; empty for the zero matrix. */
function ratios(s: Values): number[] {
  return s.length > 0 && s[0] > 0 ? Array.from(s, (value) => value / s[0]) : [];
}
