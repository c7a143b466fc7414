import { wholeOf, type Entry, type Watch } from './entry';
import { mostWhole, workingSide } from './limits';
import { pixelsFor, setOf, shrink, type Part, type SetName } from './parts';
import { decodePicture, type Raster } from './pictures/decode';
import { upright } from './pictures/orientation';
import { refused } from './refused';

/** Side of a picture at least. */
const leastPicture = 8;
const mostPictures = 30_000;

/** A picture at its working size, [side × side × 3]. */
interface Small {
  readonly label: number;
  readonly side: number;
  readonly pixels: Uint8Array;
}

/**
 * Pictures in one folder for each class; folders above them may tell a set. The square in the middle of each is averaged to 64
 * pixels a side, or to as many as the smallest has. Held are one picture as it was taken, and all as they become.
 * @returns labels are indices of `folders`. @throws ProblemError
 */
export async function pictureParts(
  entries: readonly Entry[],
  watch: Watch,
): Promise<{ readonly parts: readonly Part[]; readonly folders: readonly string[] }> {
  const [first] = entries as [Entry];
  if (entries.length > mostPictures)
    throw refused(first.path, { kind: 'too-many-files', count: entries.length, most: mostPictures });
  const folders = [...new Set(entries.map(folderOf))].toSorted();
  const bySet = new Map<SetName, Small[]>();
  for (const entry of entries) {
    watch.read(0);
    const small = smallOf(entry.path, await decodePicture(entry.path, await wholeOf(entry, mostWhole)));
    const set = setOf(entry.path.split('/').slice(0, -2).join('/'));
    const smalls = bySet.get(set) ?? [];
    bySet.set(set, smalls);
    smalls.push({ label: folders.indexOf(folderOf(entry)), ...small });
  }
  const all = [...bySet.values()].flat();
  const side = all.reduce((least, one) => Math.min(least, one.side), workingSide);
  const channels = all.every(isGrey) ? 1 : 3;
  const parts = [...bySet].map(([set, smalls]): Part => {
    const pixels = pixelsFor(first.path, smalls.length * side * side * channels);
    smalls.forEach((small, i) => place(small, side, channels, pixels, i * side * side * channels));
    return {
      path: first.path,
      set,
      height: side,
      width: side,
      channels,
      labels: smalls.map(({ label }) => label),
      pixels,
    };
  });
  return { parts, folders };
}

function folderOf({ path }: Entry): string {
  const folder = path.split('/').at(-2);
  if (folder === undefined || /\.zip$/i.test(folder)) throw refused(path, { kind: 'no-folder' });
  return folder;
}

function smallOf(path: string, { width, height, data, orientation }: Raster): Pick<Small, 'side' | 'pixels'> {
  const short = Math.min(width, height);
  if (short < leastPicture) throw refused(path, { kind: 'side', height, width, least: leastPicture, most: 65_535 });
  overWhite(data);
  const side = Math.min(short, workingSide);
  const pixels = new Uint8Array(side * side * 3);
  shrink(data, { height, width, pitch: 4 }, 3, side, pixels, 0);
  return { side, pixels: upright(pixels, side, 3, orientation) };
}

/** Lays what is transparent over white, in place. */
function overWhite(data: Uint8Array | Uint8ClampedArray): void {
  for (let i = 0; i < data.length; i += 4) {
    const opacity = data[i + 3]!;
    if (opacity === 255) continue;
    for (let c = 0; c < 3; c++) data[i + c] = Math.round((data[i + c]! * opacity + 255 * (255 - opacity)) / 255);
  }
}

function isGrey({ pixels }: Small): boolean {
  for (let i = 0; i < pixels.length; i += 3)
    if (pixels[i] !== pixels[i + 1] || pixels[i] !== pixels[i + 2]) return false;
  return true;
}

function place(small: Small, side: number, channels: 1 | 3, pixels: Uint8Array, start: number): void {
  const of = { height: small.side, width: small.side, pitch: 3 };
  if (small.side !== side) return shrink(small.pixels, of, channels, side, pixels, start);
  for (let i = 0; i < side * side; i++)
    for (let c = 0; c < channels; c++) pixels[start + i * channels + c] = small.pixels[3 * i + c]!;
}
