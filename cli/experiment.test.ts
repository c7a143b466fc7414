import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { referenceCase, relativeError } from '../src/training/testing';
import { command } from './testing';

// What the command reads and computes is tested beside it without a process.
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'experiment-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the command', () => {
  it('prints one JSON object, and nothing else', async () => {
    const { code, stdout, stderr } = await command('--case', 'fixtures/case-small.json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trimEnd()).not.toContain('\n');
    const { want } = referenceCase('case-small');
    expect(relativeError(JSON.parse(stdout).filters.flat(), want.filters.flat())).toBeLessThan(1e-4);
  });

  it.each(['--help', '-h'])('says with %s how it is used', async (option) => {
    const { code, stdout, stderr } = await command(option);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^usage: experiment \(--link .*--format json\|csv\]\]\n$/);
  });

  it('writes to a file where it is told to, and prints nothing', async () => {
    const out = join(folder, 'result.json');
    expect(
      await command('--link', '#side=4&k=2&n=16&m=4', '--steps', '4', '--every', '3', '--backend', 'cpu', '--out', out),
    ).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(out, 'utf8')).history.map(({ step }: { step: number }) => step)).toEqual([0, 3, 4]);
  });

  it('writes a sweep as a table where the file is named so', async () => {
    const out = join(folder, 'sweep.csv');
    expect(await command('--link', '#side=4&k=2&n=16&m=4&steps=4', '--sweep', 'sigma=0,0.1', '--out', out)).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    expect(readFileSync(out, 'utf8')).toMatch(
      /^sigma,seed,step,[^\n]*,link,testLoss\r\n0,1,4,[^\n]*\r\n0.1,1,4,[^\n]*\r\n$/,
    );
  });

  it.each([
    ['sigma', () => ['--link', '#sigma=3']],
    ['--frames', () => ['--frames', '3']],
    ['sigma', () => ['--sweep', 'sigma=0:3:4']],
    ['basis', () => ['--link', '#basis=two\nlines']],
    [
      '--out',
      () => ['--link', '#side=4&k=2&n=16&m=4', '--steps', '1', '--out', join(folder, 'missing', 'result.json')],
    ],
    ['--out', () => ['--sweep', 'sigma=0:1:1000', '--seeds', '10', '--out', join(folder, 'missing', 'result.json')]],
    ['--out', () => ['--sweep', 'sigma=0:1:1000', '--seeds', '10', '--out', folder]],
    [
      'labels',
      () => {
        const file = join(folder, 'bad-labels.json');
        writeFileSync(file, JSON.stringify({ ...referenceCase('case-small').json.case, labels: [1, 2, 3] }));
        return ['--case', file];
      },
    ],
  ])('refuses bad input with exit code 2 and one line that names %s', async (field, argv) => {
    const { code, stdout, stderr } = await command(...argv());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).toContain(field);
  });
});
