import { classNames } from './class-names';
import type { ImageCollection } from './collection';
import { hashOf } from './hash';
import { mostClasses } from './limits';
import { pixelsFor, type Part } from './parts';
import { refused } from './refused';

/** Images that a class needs, to train with and to hold out. */
const leastOfClass = 2;

/**
 * One collection of all parts: training images first where the files say which they are and every class has both.
 * @param nameOf what a label is called. @throws ProblemError where there are no two classes to tell apart.
 */
export function assemble(name: string, parts: readonly Part[], nameOf: (label: number) => string): ImageCollection {
  const [first] = parts as [Part];
  const { height, width, channels } = first;
  for (const { path, ...one } of parts) {
    if (one.height !== height || one.width !== width || one.channels !== channels)
      throw refused(path, { kind: 'other-size', other: first.path.split('/').at(-1)!.slice(-40) });
  }
  const present = [...new Set(parts.flatMap(({ labels }) => [...new Set(Array.from(labels))]))].toSorted(
    (a, b) => a - b,
  );
  if (present.length > mostClasses)
    throw refused(name, { kind: 'too-many-classes', count: present.length, most: mostClasses });
  const classes = classNames(present.map(nameOf));
  if (present.length < 2) throw refused(name, { kind: 'one-class', only: classes[0] ?? '' });
  const indexOf = new Map(present.map((label, i) => [label, i]));

  const sets = parts.toSorted((a, b) => Number(a.set === 'test') - Number(b.set === 'test'));
  const total = parts.reduce((sum, { labels }) => sum + labels.length, 0);
  const size = height * width * channels;
  // One part's pixels are all that there is, and need not be held twice.
  const pixels = sets.length === 1 ? sets[0]!.pixels : pixelsFor(name, total * size);
  const labels = new Uint16Array(total);
  const counts = present.map(() => ({ train: 0, test: 0 }));
  let at = 0,
    train = 0;
  for (const part of sets) {
    if (sets.length > 1) pixels.set(part.pixels, at * size);
    const set = part.set === 'test' ? 'test' : 'train';
    for (let i = 0; i < part.labels.length; i++) {
      const index = indexOf.get(part.labels[i]!)!;
      labels[at + i] = index;
      counts[index]![set] += 1;
    }
    at += part.labels.length;
    if (set === 'train') train = at;
  }
  const scarce = counts.findIndex((count) => count.train + count.test < leastOfClass);
  if (scarce >= 0) throw refused(name, { kind: 'few-in-class', only: classes[scarce]!, least: leastOfClass });
  if (!counts.every((count) => count.train > 0 && count.test > 0)) train = total;
  if (allEqual(pixels, size)) throw refused(name, { kind: 'all-equal' });
  const content = { height, width, channels, classes, labels, pixels, train };
  return { hash: hashOf(content), name, ...content };
}

function allEqual(pixels: Uint8Array, size: number): boolean {
  for (let i = size; i < pixels.length; i++) if (pixels[i] !== pixels[i % size]) return false;
  return true;
}
