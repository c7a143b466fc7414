import { access, constants, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from './input-error';

/** Whether a file can be written, as far as can be told without making it. @throws InputError */
export async function checkOutput(file: string): Promise<void> {
  const there = await stat(file).catch(() => null);
  if (there?.isDirectory()) throw refusal(file, { code: 'EISDIR' });
  await access(there ? file : dirname(file), constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    throw refusal(file, error);
  });
}

/** @param file null for standard output. @throws InputError */
export async function writeOutput(file: string | null, text: string): Promise<void> {
  if (file === null) process.stdout.write(text);
  else
    await writeFile(file, text).catch((error: NodeJS.ErrnoException) => {
      throw refusal(file, error);
    });
}

function refusal(file: string, { code }: Pick<NodeJS.ErrnoException, 'code'>): InputError {
  return new InputError(`--out: cannot write ${file} (${code})`);
}
