import { reading, type Entry } from './entry';
import { pixelsFor, setOf, type Part } from './parts';
import { refused } from './refused';

const side = 32,
  area = side * side;

/** Names of the classes of CIFAR-10, where the archive's own list of names is not there. */
export const cifarNames = ['airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck'];

/** Bytes of label before an image: CIFAR-10 has one, CIFAR-100 a coarse and a fine one. Null where the length is of neither. */
export function cifarLabels(size: number | null): 1 | 2 | null {
  if (!size) return null;
  if (size % (3 * area + 1) === 0) return 1;
  return size % (3 * area + 2) === 0 ? 2 : null;
}

/** A binary batch of CIFAR-10 or CIFAR-100 (fine labels). @throws ProblemError `cifar-length`, `label`, `cut-off`. */
export function cifarPart(entry: Entry): Promise<Part> {
  const { path, size } = entry;
  const before = cifarLabels(size);
  if (!before || size === null) throw refused(path, { kind: 'cifar-length', bytes: size ?? 0 });
  const record = before + 3 * area,
    count = size / record,
    most = before === 1 ? 9 : 99;
  const pixels = pixelsFor(path, count * 3 * area);
  const labels = new Uint8Array(count);
  return reading(entry, async (portions) => {
    for (let i = 0; i < count; i++) {
      const bytes = await portions.exactly(record, size);
      const label = bytes[before - 1]!;
      if (label > most) throw refused(path, { kind: 'label', found: String(label), most });
      labels[i] = label;
      // From planes of red, green and blue to pixels.
      const from = i * 3 * area;
      for (let channel = 0; channel < 3; channel++) {
        const plane = before + channel * area;
        for (let j = 0; j < area; j++) pixels[from + 3 * j + channel] = bytes[plane + j]!;
      }
    }
    await portions.end();
    return { path, set: setOf(path), height: side, width: side, channels: 3, labels, pixels };
  });
}
