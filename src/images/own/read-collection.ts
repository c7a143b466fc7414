import { headerOf, isArray, type NumberArray } from './arrays';
import { assemble } from './assemble';
import type { ReadCollection } from './collection';
import { gzipEntry, inMemory, plainEntry, reading, Watch, wholeOf, type Entry } from './entry';
import type { NamedBytes } from './files';
import { mostWhole } from './limits';
import { formatOf, isPicturePath } from './pictures/format';
import { pictureParts } from './read-pictures';
import { arrayParts } from './read-arrays';
import { cifarLabels, cifarNames, cifarPart } from './read-cifar';
import { refused } from './refused';
import { zipEntries } from './zip';

/** What lies beside images and says nothing of them. */
const beside =
  /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)|\.(txt|md|html?|json|xml|csv|tsv|ya?ml|py|ipynb|log|pdf|ini)$/i;
const namesOfClasses = /(^|\/)(batches\.meta|fine_label_names|own_images\/classes)\.txt$/i;
/** Where the page's own NPZ files hold the images that a run was made of, beside much else. */
const carried = /\/own_images\/[^/]+$/;

/**
 * Reads files of one kind, or what is in ZIP files, as one collection: IDX or NPY arrays, NPZ files, CIFAR batches, or pictures
 * in a folder for each class. Streams what is large: at most one image, one piece of a file and the collection itself are held.
 * Kinds are told by content, not by name; files are taken in the order of their paths.
 * @throws ProblemError `images-refused`, which names the file; the signal's reason where it was given up.
 */
export const readCollection: ReadCollection = async (files, options = {}) => {
  const watch = new Watch(
    files.reduce((sum, { bytes }) => sum + bytes.size, 0),
    options,
  );
  const name = commonName(files);
  const entries: Entry[] = [];
  for (const file of byPath(files)) if (!hidden(file.path)) entries.push(...(await entriesOf(file, watch, 0)));
  const kinds: { arrays: NumberArray[]; batches: Entry[]; pictures: Entry[] } = {
    arrays: [],
    batches: [],
    pictures: [],
  };
  let names: string[] | null = null;
  for (const entry of byPath(entries)) {
    watch.read(0);
    if (namesOfClasses.test(entry.path)) {
      names = new TextDecoder()
        .decode(await wholeOf(entry, 1e6))
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
      continue;
    }
    if (isPicturePath(entry.path)) kinds.pictures.push(entry);
    else if (beside.test(entry.path)) continue;
    else if (entry.size === 0) throw refused(entry.path, { kind: 'empty' });
    else {
      const head = await headOf(entry);
      if (isArray(head)) kinds.arrays.push(await headerOf(entry));
      else if (formatOf(head) !== null) kinds.pictures.push(entry);
      else if (/\.bin$/i.test(entry.path) || cifarLabels(entry.size)) kinds.batches.push(entry);
      else throw refused(entry.path, { kind: 'unknown-format' });
    }
  }
  const { arrays, batches, pictures } = kinds;
  const found = [arrays.map(({ entry }) => entry), batches, pictures].filter((list) => list.length > 0);
  if (found.length === 0) throw refused(name, { kind: 'no-files' });
  if (found.length > 1) throw refused(found[1]![0]!.path, { kind: 'mixed' });
  if (pictures.length > 0) {
    const { parts, folders } = await pictureParts(pictures, watch);
    return assemble(name, parts, (label) => folders[label]!);
  }
  if (arrays.length > 0) return assemble(name, await arrayParts(arrays), (label) => names?.[label] ?? String(label));
  const parts = [];
  for (const batch of batches) parts.push(await cifarPart(batch));
  const tens = batches.every(({ size }) => cifarLabels(size) === 1);
  const known = names ?? (tens ? cifarNames : []);
  return assemble(name, parts, (label) => known[label] ?? String(label));
};

/** In an order that does not depend on how they were chosen, nor on a language. */
const byPath = <T extends { readonly path: string }>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));

const hidden = (path: string) => /(^|\/)(__MACOSX\/|\.[^/])/.test(path);

/** What a file holds: itself, what it unpacks to, or the files in it. @param depth of archives around it. */
async function entriesOf(file: NamedBytes, watch: Watch, depth: number): Promise<Entry[]> {
  const entry = plainEntry(file, watch);
  if (isPicturePath(file.path) || beside.test(file.path) || file.bytes.size === 0) return [entry];
  const head = await headOf(entry);
  if (head[0] === 0x1f && head[1] === 0x8b) return [gzipEntry(file, watch)];
  if (!isZip(head)) return [entry];
  const inside: Entry[] = [];
  const all = await zipEntries(file, watch);
  const own = all.filter(({ path }) => carried.test(path));
  for (const one of own.length > 0 ? own : all) {
    if (hidden(one.path)) continue;
    // An archive within an archive has to be held whole, as it is read from its end.
    const isPacked = depth === 0 && /\.(npz|zip|gz)$/i.test(one.path);
    if (!isPacked) inside.push(one);
    else {
      const bytes = inMemory(await wholeOf(one, mostWhole));
      inside.push(...(await entriesOf({ path: one.path, bytes }, watch, depth + 1)));
    }
  }
  return inside;
}

const isZip = (head: Uint8Array) => head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);

const headOf = (entry: Entry) => reading(entry, async (portions) => (await portions.upTo(32)).slice());

/** The name of a file, or of the folder that all lie in. */
function commonName(files: readonly NamedBytes[]): string {
  const [first, ...more] = files.map(({ path }) => path.split('/').filter((part) => part !== ''));
  if (!first) return '–';
  if (more.length === 0) return first.at(-1) ?? '–';
  const [top] = first;
  return first.length > 1 && more.every((path) => path[0] === top) ? top! : `${first.at(-1)!}, …`;
}
