import { closeSync, constants, fdatasyncSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { access, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from '../input-error';
import { differing, inOrder, onePlan } from './one-plan';
import type { Plan } from './plan';
import { readLines } from './read-lines';
import type { Versions } from './versions';

/** Something could not be written: what is there stays, and can be gone on with. */
export class WriteError extends Error {
  override name = 'WriteError';
}

const refusal = (file: string, { code }: NodeJS.ErrnoException) =>
  new InputError(`--out: cannot write ${file} (${code})`);

/** A file that lines are added to, each whole or not at all, whatever stops who writes them. */
export interface LinesFile {
  /** Places of the plan's runs that it has. */
  readonly done: ReadonlySet<number>;
  /** @throws WriteError; the file is then as long as before. */
  add(line: string): void;
  close(): void;
}

/**
 * Opens a file for the runs of a plan. One that holds some already is only gone on with where that was asked for, and
 * where they are of this plan and made by these versions; half a line at its end is cut off.
 * @throws InputError before anything is changed.
 */
export async function openLines(file: string, plan: Plan, versions: Versions, resume: boolean): Promise<LinesFile> {
  const there = await stat(file).catch(() => null);
  if (there?.isDirectory()) throw refusal(file, { code: 'EISDIR' } as NodeJS.ErrnoException);
  await access(there ? file : dirname(file), constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    throw refusal(file, error);
  });
  const regular = !there || there.isFile();
  if (there?.isFile() && there.size > 0 && !resume)
    throw new InputError(`--out: ${file} is there already; --resume goes on with it`);
  const kept = there?.isFile() && there.size > 0 ? await keptIn(file, plan, versions) : { done: [], bytes: 0 };
  let fd: number;
  try {
    fd = openSync(file, regular ? constants.O_RDWR | constants.O_CREAT : constants.O_WRONLY);
  } catch (error) {
    throw refusal(file, error as NodeJS.ErrnoException);
  }
  let length = kept.bytes;
  if (regular && fstatSync(fd).size > length) ftruncateSync(fd, length);
  return {
    done: new Set(kept.done),
    add(line) {
      const bytes = Buffer.from(`${line}\n`);
      try {
        let at = 0;
        while (at < bytes.length) at += writeSync(fd, bytes, at, bytes.length - at, regular ? length + at : null);
        if (regular) fdatasyncSync(fd);
      } catch (error) {
        // Half a line goes again, where the disk lets it.
        if (regular) ftruncateSync(fd, length);
        throw new WriteError(`${file}: cannot be written (${(error as NodeJS.ErrnoException).code})`);
      }
      length += bytes.length;
    },
    close: () => closeSync(fd),
  };
}

async function keptIn(file: string, plan: Plan, versions: Versions) {
  const read = await readLines(file);
  if (read.lines.length === 0) return { done: [], bytes: 0 };
  const one = onePlan([read]);
  if (one.plan !== plan.name)
    throw new InputError(`--resume: ${file} holds runs of another plan: ${one.plan}, and this is ${plan.name}`);
  const apart = differing(one.versions, versions);
  if (apart !== '') throw new InputError(`--resume: ${file} was made by other versions: ${apart}`);
  return { done: [...one.runs.keys()], bytes: read.bytes };
}

/** Puts a file's lines in the order of their plan, each once, in one act: whoever looks sees all of them, before and after. */
export async function putInOrder(file: string): Promise<void> {
  if (!(await stat(file)).isFile()) return;
  const read = await readLines(file);
  if (read.lines.length === 0) return;
  const sorted = inOrder(onePlan([read]));
  if (sorted.length === read.lines.length && sorted.every((text, i) => text === read.lines[i]!.text)) return;
  await replaceFile(file, [Buffer.from(sorted.map((text) => `${text}\n`).join(''))]);
}

/** Writes a file whole: until all of it is on the disk, the one that was there stays. @throws InputError */
export async function replaceFile(file: string, parts: readonly Uint8Array[]): Promise<void> {
  const there = await stat(file).catch(() => null);
  // A device or a pipe takes no other's place.
  const next = there && !there.isFile() ? file : `${file}.part`;
  try {
    const handle = await open(next, 'w');
    try {
      for (const part of parts) await handle.writeFile(part);
      if (next !== file) await handle.sync();
    } finally {
      await handle.close();
    }
    if (next !== file) await rename(next, file);
  } catch (error) {
    if (next !== file) await rm(next, { force: true });
    throw refusal(file, error as NodeJS.ErrnoException);
  }
}
