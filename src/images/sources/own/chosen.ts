import { ProblemError } from '../../../problems/problem';
import type { ImageCollection } from '../../own/collection';
import { randomStream } from '../../random';
import { shuffled } from '../../shuffled';
import { chosenClasses, heldOut } from './classes';

/** Images of one class, as places in the collection, in the order in which a seed takes them. */
export interface Chosen {
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/**
 * Which images are class +1 and which −1, in the order in which a seed takes them: fewer images are the first of more. Where
 * the files say which train and which test, each is drawn from its own, and seed 1 takes them as they come; else a fifth of
 * every class is held out by the seed. All other classes together give their images in turn.
 * @throws ProblemError `no-such-class`.
 */
export function chosenImages(
  { classes, labels, train }: ImageCollection,
  { classes: asked, seed }: { readonly classes: readonly string[]; readonly seed: number },
): readonly [plus: Chosen, minus: Chosen] {
  const chosen = chosenClasses(classes, asked);
  if (!chosen) throw new ProblemError({ kind: 'no-such-class', given: asked.join(','), classes });
  const isSplit = train < labels.length;
  const ofClass = (index: number): Chosen => {
    const all: { train: number[]; test: number[] } = { train: [], test: [] };
    labels.forEach((label, i) => {
      if (label === index) all[i < train ? 'train' : 'test'].push(i);
    });
    const stream = (set: string) => randomStream(seed, `own ${set} images ${classes[index]}`);
    if (!isSplit) {
      const order = shuffled(all.train, stream('all'));
      const held = heldOut(order.length);
      return { train: order.slice(held), test: order.slice(0, held) };
    }
    // As of digits: the first seed takes what comes first.
    if (seed === 1) return all;
    return { train: shuffled(all.train, stream('training')), test: shuffled(all.test, stream('test')) };
  };
  const minus = chosen.minus.map(ofClass);
  return [
    ofClass(chosen.plus),
    { train: inTurn(minus.map((one) => one.train)), test: inTurn(minus.map((one) => one.test)) },
  ];
}

/** One of each list, then the next of each. */
function inTurn(lists: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list.slice(i, i + 1))).flat();
}
