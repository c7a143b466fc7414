import { useMemo } from 'react';
import { signalNames } from '../../pixels/kit/names';
import type { FollowedGroup } from '../../spectrum/followed';
import { groupsOf, shownFiltersOf, sortingFiltersOf, type ShownFilters } from '../../store/views/shown-filters';
import type { FilterFacts } from '../../strings/figure-facts';
import { useVisibleState } from '../../ui/use-visible';

/** The filters under the cursor, sorted by the signal vector that each follows. */
export interface Filters {
  readonly shown: ShownFilters;
  /** Parts of a filter; 1 where all patches share it. */
  readonly parts: number;
  readonly groups: readonly FollowedGroup[];
  /** Of the signal vectors. */
  readonly names: readonly string[];
}

/** @returns null before the first frame. */
export function useFilters(visible: boolean): Filters | null {
  const shown = useVisibleState(visible, shownFiltersOf);
  const sorting = useVisibleState(visible, sortingFiltersOf);
  const groups = useMemo(() => sorting && groupsOf(sorting), [sorting]);
  const count = shown && shown.signal.length / shown.dimension,
    classed = shown?.classed;
  const names = useMemo(() => signalNames(count ?? 0, classed), [count, classed]);
  const same = shown && sorting && shown.signal === sorting.signal && shown.filters.length === sorting.filters.length;
  return useMemo(
    () => (same && groups ? { shown, parts: shown.parts, groups, names } : null),
    [same, shown, groups, names],
  );
}

/** What one filter is, for words. */
export function filterFacts(
  filter: number,
  { parts, groups, names }: Pick<Filters, 'parts' | 'groups' | 'names'>,
): FilterFacts {
  const feature = groups.find(({ filters }) => filters.includes(filter))?.feature;
  const width = groups.reduce((sum, { filters }) => sum + filters.length, 0) / 2;
  return {
    number: Math.floor((filter % width) / parts) + 1,
    patch: parts === 1 ? null : (filter % parts) + 1,
    plus: filter < width,
    follows: typeof feature === 'number' ? { name: names[feature]! } : feature === 'idle' ? 'idle' : null,
  };
}
