import { useMemo } from 'react';
import { signalNames } from '../../pixels/kit/names';
import type { FollowedGroup } from '../../spectrum/followed';
import { groupsOf, shownFiltersOf, sortingFiltersOf, type ShownFilters } from '../../store/views/shown-filters';
import type { FilterFacts } from '../../strings/figure-facts';
import { useAppState } from '../../store/use-app';
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

const countOf = ({ groups }: Pick<Filters, 'groups'>) => groups.reduce((sum, { filters }) => sum + filters.length, 0);

/** Whether there is such a filter: what a pointer was on may be of a network before, which had more of them. */
export const hasFilter = (filters: Filters, filter: number): boolean => filter < countOf(filters);

/** Whether there is such a signal vector, for the same reason. */
export const hasVector = ({ names }: Filters, vector: number): boolean => vector < names.length;

/** The filter that was picked, while it is among those that are shown. */
export function usePicked(filters: Filters | null): number | null {
  const picked = useAppState((state) => state.picked);
  return filters && picked !== null && hasFilter(filters, picked) ? picked : null;
}

/** What one filter is, for words. */
export function filterFacts(
  filter: number,
  { parts, groups, names }: Pick<Filters, 'parts' | 'groups' | 'names'>,
): FilterFacts {
  const feature = groups.find(({ filters }) => filters.includes(filter))?.feature;
  const width = countOf({ groups }) / 2;
  return {
    number: Math.floor((filter % width) / parts) + 1,
    patch: parts === 1 ? null : (filter % parts) + 1,
    plus: filter < width,
    follows: typeof feature === 'number' ? { name: names[feature]! } : feature === 'idle' ? 'idle' : null,
  };
}
