import type { CauseFacts } from './panel-facts';

/** Parts of the sentence on a variant, in one language; which of them are said is decided here for all. */
export interface CauseParts {
  readonly rank: (facts: NonNullable<CauseFacts['ranks']>) => string;
  readonly kept: string;
  readonly rises: (times: string) => string;
  readonly falls: (times: string) => string;
  readonly half: (at: string, isRatio: boolean) => string;
  readonly never: (least: string, most: string, isRatio: boolean) => string;
  readonly low: (share: string) => string;
  readonly test: (noise: string, accuracy: string, beyond: string, later: string) => string;
  readonly diverged: string;
  readonly join: (parts: readonly string[]) => string;
}

/** What was measured of a variant, as far as it is known; empty where nothing is. */
export function causesTold({ ranks, change, share, test, diverged }: CauseFacts, words: CauseParts): string {
  const parts: string[] = [];
  if (ranks) parts.push(words.rank(ranks));
  if (change) parts.push(change.kind === 'kept' ? words.kept : words[change.kind](change.times));
  if (share?.kind === 'half') parts.push(words.half(share.at, share.isRatio));
  if (share?.kind === 'never') parts.push(words.never(share.least, share.most, share.isRatio));
  if (share?.kind === 'low') parts.push(words.low(share.share));
  if (test) parts.push(words.test(test.noise, test.accuracy, test.beyond, test.later));
  if (diverged) parts.push(words.diverged);
  return parts.length > 0 ? words.join(parts) : '';
}
