import type { FollowFacts } from '../facts';

/** What is said, after the filters that follow one signal vector, of those that do not: a clause for each kind there is. */
export function others({ mixed, noise, idle, noisy }: FollowFacts): string {
  return [
    mixed > 0 ? `，${mixed} 个混合了若干个` : '',
    noise > 0 ? `，${noise} 个${noisy ? '跟随噪声' : '大体保持随机的初始值'}` : '',
    idle > 0 ? `，${idle} 个一直很短` : '',
  ].join('');
}
