import { eachGroup, type NumberArray } from './arrays';
import { leastSide, mostSide } from './limits';
import { pixelsFor, setOf, shrink, workingSize, type Part } from './parts';
import { refused } from './refused';

const mostLabel = 65_535;

/** Arrays of images, each with its labels, whose names are alike or whose lengths are. @throws ProblemError */
export async function arrayParts(arrays: readonly NumberArray[]): Promise<Part[]> {
  const images = arrays.filter(({ shape }) => shape.length === 3 || shape.length === 4);
  const labels = arrays.filter(({ shape: [, ...rest] }) => rest.length === 0 || (rest.length === 1 && rest[0] === 1));
  const neither = arrays.find((array) => !images.includes(array) && !labels.includes(array));
  if (neither) throw refused(neither.entry.path, { kind: 'shape', shape: neither.shape });
  if (images.length === 0) throw refused(labels[0]!.entry.path, { kind: 'no-images' });
  const parts: Part[] = [];
  const free = new Set(labels);
  for (const array of images) {
    const own = labelsOf(array, [...free]);
    free.delete(own);
    parts.push(await partOf(array, own));
  }
  const [left] = free;
  if (left) throw refused(left.entry.path, { kind: 'no-images' });
  return parts;
}

/** Words of a name that tell images from labels, and nothing else. */
const words =
  /images?|imgs?|data|pixels|labels?|targets?|classes|idx\d|ubyte|arr_\d+|(?<![a-z])[xy](?![a-z])|\.(npy|npz|idx)$|[^a-z0-9]+/g;
const nameOf = ({ entry }: NumberArray) =>
  entry.path.toLowerCase().replaceAll(words, ' ').trim().replaceAll(/\s+/g, ' ');

function labelsOf(images: NumberArray, labels: readonly NumberArray[]): NumberArray {
  const [count] = images.shape;
  const fits = (list: readonly NumberArray[]) => list.filter(({ shape }) => shape[0] === count);
  const alike = labels.filter((one) => nameOf(one) === nameOf(images)),
    sameSet = labels.filter((one) => setOf(one.entry.path) === setOf(images.entry.path));
  for (const list of [alike, sameSet, labels]) {
    const [first, ...more] = fits(list);
    if (first && more.length === 0) return first;
  }
  const other = alike[0] ?? sameSet[0] ?? labels[0];
  if (!other) throw refused(images.entry.path, { kind: 'no-labels' });
  if (fits([other]).length > 0) return other;
  throw refused(images.entry.path, { kind: 'counts', images: count!, labels: other.shape[0]!, other: lastOf(other) });
}

const lastOf = ({ entry }: NumberArray) => entry.path.split('/').at(-1)!.slice(-40);

async function partOf(images: NumberArray, labels: NumberArray): Promise<Part> {
  const { entry, shape, type } = images;
  const { path } = entry;
  const [count, height, width, depth = 1] = shape as [number, number, number, number?];
  if (depth !== 1 && depth !== 3) throw refused(path, { kind: 'shape', shape });
  const outside = (side: number) => side < leastSide || side > mostSide;
  if (outside(height) || outside(width))
    throw refused(path, { kind: 'side', height, width, least: leastSide, most: mostSide });
  if (count === 0) throw refused(path, { kind: 'empty' });
  const working = workingSize(height, width);
  const size = height * width * depth,
    small = working.height * working.width * depth;
  const pixels = pixelsFor(path, count * small);
  const read = await readLabels(labels);
  const level = type.isByte ? null : await levelsOf(images, size);
  const whole = new Uint8Array(size);
  await eachGroup(images, size, (view, i) => {
    for (let j = 0; j < size; j++) {
      const value = type.read(view, j * type.bytes);
      whole[j] = level ? level(value) : value;
    }
    if (small === size) pixels.set(whole, i * small);
    else shrink(whole, { height, width, pitch: depth }, depth, working.height, pixels, i * small);
  });
  return { path, set: setOf(path), ...working, channels: depth, labels: read, pixels };
}

/** How numbers become levels from 0 to 255: as they are; from [0, 1]; or from their least to their largest. */
async function levelsOf(images: NumberArray, size: number): Promise<(value: number) => number> {
  const { type, entry } = images;
  if (type.isFlag) return (value) => (value === 0 ? 0 : 255);
  let least = Infinity,
    most = -Infinity;
  await eachGroup(images, size, (view) => {
    for (let j = 0; j < size; j++) {
      const value = type.read(view, j * type.bytes);
      if (!Number.isFinite(value)) throw refused(entry.path, { kind: 'not-finite' });
      if (value < least) least = value;
      if (value > most) most = value;
    }
  });
  if (least >= 0 && most <= 1) return (value) => Math.round(value * 255);
  if (least >= 0 && most <= 255) return (value) => Math.round(value);
  const range = most - least;
  if (!Number.isFinite(range)) throw refused(entry.path, { kind: 'not-finite' });
  return (value) => Math.round(range > 0 ? ((value - least) / range) * 255 : 0);
}

async function readLabels(array: NumberArray): Promise<Float64Array> {
  const labels = new Float64Array(array.shape[0]!);
  await eachGroup(array, 1, (view, i) => {
    const value = array.type.read(view, 0);
    if (!Number.isInteger(value) || value < 0 || value > mostLabel)
      throw refused(array.entry.path, { kind: 'label', found: String(value), most: mostLabel });
    labels[i] = value;
  });
  return labels;
}
