import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Say } from './able-backend';
import type { SweepResult } from './sweep';

/** Not by `URL`, which is another's where a test has a page. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** For tests: the command itself, as a process. Each start costs half a second. */
export function command(...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'cli/experiment.ts', ...argv],
      { cwd: root, maxBuffer: 2 ** 28 },
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

/** For tests: what the command prints for a sweep. @throws where it fails. */
export async function sweepCommand(...argv: string[]): Promise<SweepResult> {
  const { code, stdout, stderr } = await command(...argv);
  if (code !== 0 || stderr !== '') throw new Error(`exit code ${code}: ${stderr}`);
  return JSON.parse(stdout);
}

/** For tests of what runs where it was asked to: whoever has something to say has not. */
export const nothingToSay: Say = (line) => {
  throw new Error(line);
};
