import type { GivenFile } from '../store/images-wish';

/** Files that are taken of one drop at most: a data set in pictures, and no disk. */
const mostFiles = 100_000;

/** Files that were chosen one by one or as a folder. */
export const chosenFiles = (files: FileList): GivenFile[] =>
  Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, bytes: file }));

/**
 * Files that were dropped, with what lies in dropped folders, sorted by path so that the order of reading is the same
 * everywhere. Files whose names begin with a dot are left out. What cannot be read is left to whoever reads the rest.
 */
export async function droppedFiles({ items, files }: Pick<DataTransfer, 'items' | 'files'>): Promise<GivenFile[]> {
  // At once: after the event there is nothing in it.
  const entries = Array.from(items ?? [], (item) => item.webkitGetAsEntry?.() ?? null).filter(
    (entry) => entry !== null,
  );
  if (!entries.some((entry) => entry.isDirectory)) return chosenFiles(files);
  const found: GivenFile[] = [];
  const open = [...entries];
  for (let entry = open.pop(); entry && found.length < mostFiles; entry = open.pop()) {
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory) open.push(...(await entriesOf(entry as FileSystemDirectoryEntry)));
    else {
      const bytes = await fileOf(entry as FileSystemFileEntry).catch(() => null);
      if (bytes) found.push({ path: entry.fullPath.replace(/^\//, ''), bytes });
    }
  }
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject));

/** A folder is handed out a hundred entries at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
