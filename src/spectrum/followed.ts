import type { Alignment } from './alignment';

/** Filters of one class that follow the same signal vector, or none. */
export interface FollowedGroup {
  /** Class of the filters: the first half of the rows is +1, the second −1. */
  readonly classSign: 1 | -1;
  /** Index of the signal vector, or what filters are that follow none: `noise`, or `idle` where training left them short. */
  readonly feature: number | 'noise' | 'idle';
  /** Rows of the filter matrix: largest cosine first; where they follow none, largest share in the span first. */
  readonly filters: readonly number[];
}

/** Above this share of its energy outside the span, a filter follows no signal vector. */
const MOST = 0.5;
/** Below this part of the longest filter's length, a filter that follows none is idle: it adds next to nothing to the output. */
const SHORT = 0.1;

/**
 * For every filter the signal vector it follows: that of the largest positive cosine; −1 where it follows none.
 * @param most largest share of its energy outside the span; 1 tells what filters lean to that follow nothing yet.
 */
export function followedFeatures({ cosines, rest, norms }: Alignment, most = MOST): Int32Array {
  const features = new Int32Array(rest.length).fill(-1);
  const count = rest.length > 0 ? cosines.length / rest.length : 0;
  for (let i = 0; i < rest.length; i++) {
    if (rest[i] > most || !(norms[i] > 0)) continue;
    let largest = 0;
    for (let k = 0; k < count; k++) {
      if (cosines[i * count + k] > largest) {
        largest = cosines[i * count + k];
        features[i] = k;
      }
    }
  }
  return features;
}

/**
 * Filters by the signal vector they follow, class by class: class +1 with u_1, u_2, … (even features) before any v_k
 * that it follows, class −1 the other way round; in each class those that follow none come last.
 * @param classed whether even and odd features belong to classes +1 and −1. A class's own features then have a group
 * even when nothing follows them. Signal vectors of real images belong to no class: pass false.
 * @param most share of energy outside the span above which a filter follows none; 1 asks only what each leans to.
 */
export function followed(alignment: Alignment, classed = true, most = MOST): FollowedGroup[] {
  const { cosines, rest, norms } = alignment;
  const longest = norms.reduce((most, norm) => Math.max(most, norm), 0);
  const features = followedFeatures(alignment, most);
  const rows = rest.length,
    perClass = rows / 2;
  const count = rows > 0 ? cosines.length / rows : 0;
  const groups: FollowedGroup[] = [];
  for (const classSign of [1, -1] as const) {
    const members = Array.from({ length: count }, (): number[] => []);
    const none: number[] = [];
    const first = classSign === 1 ? 0 : perClass;
    for (let i = first; i < first + perClass; i++) (features[i] < 0 ? none : members[features[i]]).push(i);

    for (const feature of featureOrder(count, classed ? classSign : undefined)) {
      const filters = members[feature].toSorted(
        (a, b) => cosines[b * count + feature] - cosines[a * count + feature] || a - b,
      );
      const own = classed && (feature % 2 === 0) === (classSign === 1);
      if (own || filters.length > 0) groups.push({ classSign, feature, filters });
    }
    for (const feature of ['noise', 'idle'] as const) {
      const filters = none.filter((i) => norms[i] < SHORT * longest === (feature === 'idle'));
      if (filters.length > 0)
        groups.push({ classSign, feature, filters: filters.toSorted((a, b) => rest[a] - rest[b] || a - b) });
    }
  }
  return groups;
}

/**
 * The order in which signal vectors are listed: u_1 … u_K, v_1 … v_K; those of class −1 first where it comes first;
 * as they are where they belong to no class.
 */
export function featureOrder(count: number, firstClass: 1 | -1 | undefined): number[] {
  const all = Array.from({ length: count }, (_, feature) => feature);
  if (firstClass === undefined) return all;
  const isFirst = (feature: number) => (feature % 2 === 0) === (firstClass === 1);
  return [...all.filter(isFirst), ...all.filter((feature) => !isFirst(feature))];
}
