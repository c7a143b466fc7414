import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rank, tiny } from './testing';

const three = [...tiny, 'sigma=0,0.1,0.2', '--quiet'];
let folder = '';
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
  mkdirSync(at('folder'));
  await rank(['sweep', ...three, '--out', at('runs.ndjson')]);
  await rank(['sweep', ...three, '--shard', '1/2', '--out', at('part.ndjson')]);
  await rank(['sweep', ...tiny, 'sigma=0.3,0.4', '--quiet', '--out', at('other.ndjson')]);
  const lines = readFileSync(at('runs.ndjson'), 'utf8').split('\n');
  const put = (name: string, text: string) => writeFileSync(at(name), text);
  const second = (change: (line: string) => string) => [lines[0], change(lines[1]!), lines[2], ''].join('\n');
  put('empty.ndjson', '');
  put('cut.ndjson', lines.join('\n').slice(0, -40));
  put(
    'noise.ndjson',
    second(() => 'noise'),
  );
  put(
    'half.ndjson',
    second((line) => line.slice(0, 80)),
  );
  put(
    'blank.ndjson',
    second(() => ''),
  );
  put(
    'list.ndjson',
    second(() => '[1, 2]'),
  );
  put(
    'deep.ndjson',
    second(() => '['.repeat(20) + ']'.repeat(20)),
  );
  put(
    'rank.ndjson',
    second((line) => line.replace(/"stable":[^,]+/, '"stable":"six"')),
  );
  put(
    'share.ndjson',
    second((line) => line.replace(/"signalShare":[^,]+/, '"signalShare":7')),
  );
  put(
    'place.ndjson',
    second((line) => line.replace('"run":1,', '"run":7,')),
  );
  put(
    'missing.ndjson',
    second((line) => line.replace(/"loss":[^,]+,/, '')),
  );
  put(
    'format.ndjson',
    second((line) => line.replace('"rankUnderNoise":1', '"rankUnderNoise":2')),
  );
  put(
    'mixed.ndjson',
    second((line) => line.replace(/"sources":"[^"]*"/, '"sources":"0123456789abcdef"')),
  );
  put('older.ndjson', lines.join('\n').replaceAll(/"package":"[^"]*"/g, '"package":"0.0.1"'));
  put('differs.ndjson', [lines[0], lines[0]!.replace(/"step":4/, '"step":3'), ''].join('\n'));
  put('links.txt', '#sigma=0.1\n#sigma=7\n');
  put('none.txt', '\n# nothing\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** All that is in a folder. */
const contents = (path: string): string =>
  readdirSync(path)
    .map(
      (name) => `${name}: ${statSync(join(path, name)).isDirectory() ? '' : readFileSync(join(path, name), 'latin1')}`,
    )
    .join('\n');

const run = ['run', '--quiet', ...tiny];

/** What is wrong, what the line has to name, and what was typed. */
const bad: readonly (readonly [names: string, argv: () => readonly string[], environment?: Record<string, string>])[] =
  [
    ['command', () => []],
    ['bogus', () => ['bogus']],
    ['--frames', () => ['run', '--frames']],
    ['--seeds', () => ['run', '--seeds']],
    ['sigmas', () => [...run, 'sigmas=1']],
    ['sigma', () => [...run, 'sigma']],
    ['sigma', () => [...run, 'sigma=']],
    ['sigma', () => [...run, 'sigma=two']],
    ['sigma', () => [...run, 'sigma=3']],
    ['n', () => ['run', 'n=2.5']],
    ['sigma', () => [...run, 'sigma=0.1', 'sigma=0.2']],
    ['net', () => [...run, 'net=recurrent']],
    ['project', () => [...run, 'project=maybe']],
    ['pair', () => ['run', 'data=mnist', 'pair=3-3']],
    ['sigma', () => [...run, 'sigma=0.1,0.2']],
    ['k', () => ['run', 'side=4', 'k=9']],
    ['depth', () => ['sweep', ...tiny, 'depth=3,4']],
    ['depth: it belongs to the deep CNN', () => ['sweep', ...tiny, 'net=deep,cnn', 'depth=4,5']],
    ['depth', () => [...run, 'depth=4']],
    ['token', () => [...run, 'token=linear']],
    ['m: the transformer needs a width', () => [...run, 'net=transformer']],
    ['batch: there are only 16', () => ['sweep', ...tiny, 'batch=4,17']],
    ['net', () => ['run', 'net=dense', 'data=mnist', 'layout=windows', 'side=14', 'stride=2']],
    ['sigma', () => ['sweep', ...tiny, 'sigma=0:1']],
    ['sigma', () => ['sweep', ...tiny, 'sigma=0:1:0']],
    ['opt', () => ['sweep', ...tiny, 'opt=gd,sgd']],
    ['runs', () => ['sweep', 'sigma=0:1:1000', 'n=2:1000:900']],
    ['--seeds', () => ['sweep', ...tiny, 'seed=1,2', '--seeds', '3']],
    ['--seeds', () => [...run, '--seeds', '0']],
    ['--seeds', () => [...run, '--seeds', 'many']],
    ['--history', () => [...run, '--history', '-3']],
    ['--workers', () => [...run, '--workers', '1000']],
    ['--backend', () => [...run, '--backend', 'webgl']],
    ['sigma', () => ['run', '--link', '#sigma=9']],
    ['lemma', () => ['run', '--link', '#lemma=9']],
    ['--shard', () => [...run, '--shard', '0/8']],
    ['--shard', () => [...run, '--shard', '9/8']],
    ['--shard', () => [...run, '--shard', 'three']],
    ['--shard', () => [...run, '--shard', 'auto']],
    ['SLURM_ARRAY_TASK_ID', () => [...run, '--shard', 'slurm']],
    ['SLURM_ARRAY_TASK_ID', () => [...run, '--shard', 'slurm/2'], { SLURM_ARRAY_TASK_ID: '9' }],
    ['JOB_COMPLETIONS', () => [...run, '--shard', 'kubernetes'], { JOB_COMPLETION_INDEX: '1' }],
    ['STRATEGY_JOB_TOTAL', () => [...run, '--shard', 'github'], { STRATEGY_JOB_INDEX: '1', STRATEGY_JOB_TOTAL: 'x' }],
    ['--resume', () => [...run, '--resume']],
    ['--out', () => [...run, '--out', '']],
    ['--out', () => [...run, '--out', at('folder')]],
    ['--out', () => [...run, '--out', at('nowhere/runs.ndjson')]],
    ['--resume', () => ['sweep', ...three, '--out', at('runs.ndjson')]],
    ['another plan', () => ['sweep', ...three, '--spectra', '--out', at('runs.ndjson'), '--resume']],
    ['package 0.0.1', () => ['sweep', ...three, '--out', at('older.ndjson'), '--resume']],
    ['line 2', () => ['sweep', ...three, '--out', at('noise.ndjson'), '--resume']],
    ['--classes', () => [...run, '--classes', 'ship,horse']],
    ['--images', () => [...run, '--images', at('nowhere')]],
    ['--links', () => ['sweep', '--links', at('nowhere')]],
    ['links.txt, line 2: sigma', () => ['sweep', '--links', at('links.txt')]],
    ['none', () => ['sweep', '--links', at('none.txt')]],
    ['--links', () => ['sweep', 'sigma=0.1', '--links', at('links.txt')]],
    ['files', () => ['merge']],
    ['nowhere', () => ['merge', at('nowhere')]],
    ['no run', () => ['merge', at('empty.ndjson')]],
    ['line 3: it is cut short', () => ['merge', at('cut.ndjson')]],
    ['line 2: it is not JSON', () => ['merge', at('noise.ndjson')]],
    ['line 2: it is not JSON', () => ['merge', at('half.ndjson')]],
    ['line 2', () => ['merge', at('blank.ndjson')]],
    ['line 2', () => ['merge', at('list.ndjson')]],
    ['line 2: it is nested', () => ['merge', at('deep.ndjson')]],
    ['line 2: data.stable', () => ['merge', at('rank.ndjson')]],
    ['line 2: matrices.filters.signalShare', () => ['merge', at('share.ndjson')]],
    ['line 2: run 7', () => ['merge', at('place.ndjson')]],
    ['line 2: loss', () => ['merge', at('missing.ndjson')]],
    ['line 2: rankUnderNoise', () => ['merge', at('format.ndjson')]],
    ['other versions', () => ['merge', at('mixed.ndjson')]],
    ['other versions', () => ['merge', at('runs.ndjson'), at('older.ndjson')]],
    ['another plan', () => ['merge', at('runs.ndjson'), at('other.ndjson')]],
    ['something else', () => ['merge', at('differs.ndjson')]],
    ['1 of 3 are missing: 1', () => ['merge', at('part.ndjson')]],
    ['--out', () => ['merge', at('runs.ndjson'), '--out', at('runs.xlsx')]],
    ['--out', () => ['merge', at('runs.ndjson'), '--out', at('nowhere/runs.csv')]],
    ['--format', () => ['merge', at('runs.ndjson'), '--format', 'xml']],
    ['1 of 3 are missing: 1', () => ['check', at('part.ndjson')]],
    ['--again', () => ['check', at('runs.ndjson'), '--again', '0']],
    ['other versions', () => ['check', at('older.ndjson'), '--again', '1']],
  ];

describe('bad input', () => {
  it('is tried in fifty kinds and more', () => expect(bad.length).toBeGreaterThan(50));

  it.each(bad.map(([names, argv, environment]) => ({ names, argv, environment })))(
    'is one line that names $names, with exit code 2, and changes nothing (%#)',
    async ({ names, argv, environment }) => {
      const before = contents(folder);
      const { code, out, err, made } = await rank(argv(), environment);
      expect({ code, out, made }, err).toEqual({ code: 2, out: '', made: 0 });
      expect(err).toMatch(/^[^\n]+\n$/);
      expect(err).toContain(names);
      expect(contents(folder)).toBe(before);
    },
  );
});

describe('help', () => {
  it.each([[], ['run'], ['sweep'], ['map'], ['merge'], ['check']])('is there for %s', async (...command) => {
    const { code, out, err } = await rank([...command, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Usage: ${['rank-under-noise', ...command].join(' ')}`);
  });

  it('completes commands, options and the keys of the table in a shell', async () => {
    const said: unknown[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((...words) => void said.push(...words));
    for (const typed of [
      ['complete', 'bash'],
      ['complete', '--', 'sw'],
      ['complete', '--', 'sweep', 'sig'],
    ])
      expect((await rank(typed)).code).toBe(0);
    log.mockRestore();
    expect(said.join('\n')).toMatch(/bash completion for rank-under-noise[^]*\nsweep\t[^]*\nsigma=\tBackground noise/);
  });

  it('says the version', async () => expect((await rank(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/));
});
