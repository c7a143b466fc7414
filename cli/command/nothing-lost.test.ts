import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WorkerCrashedError } from '../../src/training/protocol';
import type { Line } from './line';
import { rank, tiny } from './testing';

const sweep = ['sweep', ...tiny, 'sigma=0,0.2', 'opt=gd,adam', '--seeds', '2', '--quiet', '--workers', '1'];
const runs = 8;
let folder = '',
  whole = '';
const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), 'utf8');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nothing-lost-'));
  await rank([...sweep, '--out', at('whole.ndjson')]);
  whole = read('whole.ndjson');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('runs of a plan', () => {
  it('are a line each, in the order of the plan, that says what it is and who made it', () => {
    const lines = whole
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text) as Line);
    expect(lines.map(({ run, of }) => [run, of])).toEqual(Array.from({ length: runs }, (_, run) => [run, runs]));
    expect(lines.map(({ parameters: { sigma, opt, seed } }) => [sigma, opt, seed]).slice(0, 5)).toEqual([
      [0, 'gd', 1],
      [0, 'gd', 2],
      [0, 'adam', 1],
      [0, 'adam', 2],
      [0.2, 'gd', 1],
    ]);
    expect(lines[0]!.versions).toMatchObject({ package: expect.stringMatching(/^\d/), node: process.versions.node });
    expect(lines[4]!.matrices['filters']).toMatchObject({
      stable: expect.any(Number),
      signalShare: expect.any(Number),
    });
  });

  it('have the same bytes from any number of shards, put together in any order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: runs + 2 }), fc.infiniteStream(fc.nat()), async (of, keys) => {
        const files: string[] = [];
        for (let part = 1; part <= of; part++) {
          const { code } = await rank([
            ...sweep,
            '--shard',
            `${part}/${of}`,
            '--out',
            at(`${of}-{shard}.ndjson`),
            '--resume',
          ]);
          expect(code).toBe(0);
          files.push(at(`${of}-${part}.ndjson`));
        }
        const shuffled = files.map((file) => ({ file, key: keys.next().value })).toSorted((a, b) => a.key - b.key);
        expect((await rank(['merge', ...shuffled.map(({ file }) => file)])).out).toBe(whole);
      }),
      { numRuns: 3 },
    );
  });

  it('are neither made twice nor lost, wherever the file was cut off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), async (length) => {
        writeFileSync(at('cut.ndjson'), whole);
        truncateSync(at('cut.ndjson'), length);
        const kept = whole.slice(0, length).split('\n').length - 1;
        expect(await rank([...sweep, '--out', at('cut.ndjson'), '--resume'])).toMatchObject({
          code: 0,
          made: runs - kept,
        });
        expect(read('cut.ndjson')).toBe(whole);
      }),
      { numRuns: 6 },
    );
  });

  it('that were made before a worker ended are gone on with', async () => {
    const ended = await rank([...sweep, '--out', at('ended.ndjson')], {}, (made) => {
      if (made === 5) throw new WorkerCrashedError({ kind: 'unexpected', message: 'out of memory' });
    });
    expect(ended).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^[^\n]*out of memory[^\n]*--resume goes on\n$/),
    });
    expect(await rank([...sweep, '--out', at('ended.ndjson'), '--resume'])).toMatchObject({ code: 0, made: runs - 5 });
    expect(read('ended.ndjson')).toBe(whole);
  });

  it('end in one sentence where the disk is full', async () => {
    const full = await rank([...sweep, '--out', '/dev/full']);
    expect(full).toMatchObject({ code: 1, out: '', err: '/dev/full: cannot be written (ENOSPC); --resume goes on\n' });
  });

  it('that two files have both are taken once', async () => {
    appendFileSync(at('once.ndjson'), whole.split('\n').slice(0, 5).join('\n') + '\n');
    expect((await rank(['merge', at('whole.ndjson'), at('once.ndjson')])).out).toBe(whole);
  });

  it('are made again by a check, which finds the byte that was changed', async () => {
    expect((await rank(['check', at('whole.ndjson'), '--again', '2'])).out).toBe(
      `${runs} of ${runs} runs, 2 made again: the same bytes\n`,
    );
    writeFileSync(at('changed.ndjson'), whole.replace(/"loss":0\.69/g, '"loss":0.68'));
    expect(await rank(['check', at('changed.ndjson'), '--again', '8'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('came out otherwise'),
    });
  });

  it('carry their history and spectra where that is asked for', async () => {
    const { out } = await rank(['run', ...tiny, '--history', '4', '--spectra', '--quiet']);
    const line = JSON.parse(out) as Line;
    expect(line.history!.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4]);
    expect(line.spectra!['data']).toHaveLength(16);
    expect(line.history![4]!.spectra!['filters']).toEqual(line.spectra!['filters']);
    expect(line.history![4]!.matrices).toEqual(line.matrices);
  });

  it('of a sweep without values are those of the page’s', async () => {
    const { out } = await rank(['sweep', ...tiny, 'levels=3', '--quiet']);
    expect(out.trimEnd().split('\n')).toHaveLength(3);
    expect((await rank(['map', ...tiny, 'axis=patches', '--shard', '1/64', '--quiet'])).made).toBe(2);
  });

  it('of a file of links are made once each', async () => {
    writeFileSync(
      at('links.txt'),
      '# two\n#side=4&k=2&n=16&m=2&steps=2\n\n#side=4&k=2&n=16&m=2&steps=3\n#side=4&k=2&n=16&m=2&steps=2\n',
    );
    const { out } = await rank(['sweep', '--links', at('links.txt'), '--quiet']);
    expect(out.trimEnd().split('\n')).toHaveLength(2);
  });
});

describe('tables of runs', () => {
  it('have a row of CSV for each', async () => {
    await rank(['merge', at('whole.ndjson'), '--out', at('runs.csv')]);
    const rows = read('runs.csv').trimEnd().split('\r\n');
    expect(rows).toHaveLength(runs + 1);
    expect(rows[0]).toMatch(/^run,data,k,sigma,.*,filters\.stable,.*,link$/);
  });

  it('are arrays of NPZ, words by their place in a list', async () => {
    const { out } = await rank(['merge', at('whole.ndjson'), '--format', 'npz']);
    for (const name of ['sigma.npy', 'filters.stable.npy', 'words.json', '"adam"']) expect(out).toContain(name);
    expect(out).toContain(`'shape': (${runs},)`);
  });
});
