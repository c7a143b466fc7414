/** Filters of one class that follow one signal vector, or none, as the spectrum room's `followed` sorts them. */
export interface FilterGroup {
  readonly classSign: 1 | -1;
  readonly feature: number | 'noise' | 'idle';
  readonly filters: readonly number[];
}

/** All filters in the order of their groups, class +1 first. */
export function columnOrder(groups: readonly FilterGroup[]): number[] {
  return ([1, -1] as const).flatMap((sign) =>
    groups.filter(({ classSign }) => classSign === sign).flatMap(({ filters }) => filters),
  );
}
