import type { CollectionSummary } from '../../own/collection';

/** The second class's name that means all others; a class of this name goes before. */
const rest = 'rest';

/** Indices of the two classes: what is +1, and what is −1, one or all others. Undefined where a name is none of the collection's. */
export function chosenClasses(
  classes: readonly string[],
  asked: readonly string[],
): { readonly plus: number; readonly minus: readonly number[] } | undefined {
  const [plusName, minusName] = asked.length === 2 ? asked : [classes[0]!, classes[1]!];
  const plus = classes.indexOf(plusName!),
    minus = classes.indexOf(minusName!);
  if (plus < 0) return undefined;
  if (minus >= 0) return { plus, minus: [minus] };
  return minusName === rest ? { plus, minus: classes.map((_, i) => i).filter((i) => i !== plus) } : undefined;
}

/** Of each class, how many of its images train where the files do not say: all but a fifth, which is held out. */
export const heldOut = (count: number) => Math.max(1, Math.floor(count / 5));

/** Images that there are of two classes, of the smaller of each: to train with, and held out. */
export function available(
  { counts, classes }: Pick<CollectionSummary, 'counts' | 'classes'>,
  asked: readonly string[],
): { readonly train: number; readonly test: number } | undefined {
  const chosen = chosenClasses(classes, asked);
  if (!chosen) return undefined;
  const isSplit = counts.test.some((count) => count > 0);
  const of = (set: 'train' | 'test', list: readonly number[]) =>
    list.reduce((sum, at) => {
      if (isSplit) return sum + counts[set][at]!;
      const all = counts.train[at]!;
      return sum + (set === 'test' ? heldOut(all) : all - heldOut(all));
    }, 0);
  const smaller = (set: 'train' | 'test') => Math.min(of(set, [chosen.plus]), of(set, chosen.minus));
  return { train: smaller('train'), test: smaller('test') };
}
