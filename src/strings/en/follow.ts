import type { FollowFacts } from '../facts';

/** What is said, after the filters that follow one signal vector, of those that do not: a clause for each kind there is. */
export function others({ mixed, noise, idle, noisy }: FollowFacts): string[] {
  return [
    mixed > 0 ? `${mixed} ${mixed === 1 ? 'mixes' : 'mix'} several` : '',
    noise > 0
      ? noisy
        ? `${noise} ${noise === 1 ? 'follows' : 'follow'} noise`
        : `${noise} ${noise === 1 ? 'keeps' : 'keep'} mostly to the random start`
      : '',
    idle > 0 ? `${idle} stayed short` : '',
  ].filter((words) => words !== '');
}
