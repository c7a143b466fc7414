import type { Science } from '../../experiment/parameters';
import type { Mending } from './source';

/** Patches per image beyond which sliding windows only repeat each other and fill the memory. */
export const mostWindows = 64;

/** A larger stride where windows would be more than that. @param windows how many there are at a stride. */
export function mendWindows(
  { layout, side, stride }: Pick<Science, 'layout' | 'side' | 'stride'>,
  windows: (stride: number) => number,
): readonly Mending[] {
  if (layout !== 'windows' || windows(stride) <= mostWindows) return [];
  let used = stride;
  while (windows(used) > mostWindows) used += 1;
  const problem = {
    kind: 'too-many-windows',
    side,
    stride,
    windows: windows(stride),
    most: mostWindows,
    used,
  } as const;
  return [{ field: 'stride', value: used, problem }];
}
