import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { referenceCase, relativeError } from '../src/training/testing';

// The command itself, as a process; what it reads and computes is tested beside it without one, since each start costs half a second.
const root = fileURLToPath(new URL('..', import.meta.url));
const experiment = (...argv: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, ['--import', 'tsx', 'cli/experiment.ts', ...argv], { cwd: root, maxBuffer: 2 ** 28 }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }));
  });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'experiment-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the command', () => {
  it('prints one JSON object, and nothing else', async () => {
    const { code, stdout, stderr } = await experiment('--case', 'fixtures/case-small.json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trimEnd()).not.toContain('\n');
    const { want } = referenceCase('case-small');
    expect(relativeError(JSON.parse(stdout).filters.flat(), want.filters.flat())).toBeLessThan(1e-4);
  });

  it('writes to a file where it is told to, and prints nothing', async () => {
    const out = join(folder, 'result.json');
    expect(await experiment('--link', '#side=4&k=2&n=16&m=4', '--steps', '4', '--every', '3', '--backend', 'cpu', '--out', out)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(out, 'utf8')).history.map(({ step }: { step: number }) => step)).toEqual([0, 3, 4]);
  });

  it.each([
    ['sigma', () => ['--link', '#sigma=3']],
    ['--frames', () => ['--frames', '3']],
    ['basis', () => ['--link', '#basis=two\nlines']],
    ['--out', () => ['--link', '#side=4&k=2&n=16&m=4', '--steps', '1', '--out', join(folder, 'missing', 'result.json')]],
    ['labels', () => {
      const file = join(folder, 'bad-labels.json');
      writeFileSync(file, JSON.stringify({ ...referenceCase('case-small').json.case, labels: [1, 2, 3] }));
      return ['--case', file];
    }],
  ])('refuses bad input with exit code 2 and one line that names %s', async (field, argv) => {
    const { code, stdout, stderr } = await experiment(...argv());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).toContain(field);
  });
});
