import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { effectiveRank, stableRank } from '../../src/spectrum/ranks';
import type { Line } from './line';
import { npzOf } from './table';
import { rank, tiny } from './testing';

const folder = mkdtempSync(join(tmpdir(), 'measured-'));
afterAll(() => rmSync(folder, { recursive: true }));
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** Without a width: the transformer needs more than the others. */
const small = tiny.filter((pair) => !pair.startsWith('m='));

describe('a sweep over networks and rules of training', () => {
  it('makes every combination, each with the matrices of its network', async () => {
    const argv = ['net=cnn,deep,transformer,dense', 'opt=gd,momentum,adam', 'batch=0,5', 'decay=0,0.01'];
    const { code, out, err } = await rank(['sweep', ...small, 'm=16', ...argv, '--quiet']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const made = lines(out);
    expect(made).toHaveLength(48);
    expect(new Set(made.map(({ link }) => link)).size).toBe(48);
    for (const { parameters, matrices } of made)
      expect(Object.keys(matrices)).toEqual(
        {
          cnn: ['filters'],
          dense: ['filters'],
          deep: ['filters', 'W2'],
          transformer: ['filters', 'c', 'Wq', 'Wk', 'Wv', 'Wm'],
        }[parameters['net'] as 'cnn'],
      );
  });

  it('varies depth and token where there are such things', async () => {
    const deep = await rank(['sweep', ...small, 'm=2', 'net=deep', 'depth=3:5:3', '--quiet']);
    expect(lines(deep.out).map(({ matrices }) => Object.keys(matrices).length)).toEqual([2, 3, 4]);
    const tokens = await rank(['sweep', ...small, 'net=transformer', 'token=filters,linear', '--quiet']);
    expect(lines(tokens.out).map(({ parameters: { token, m, lr } }) => [token, m, lr])).toEqual([
      ['filters', 32, 5],
      ['linear', 32, 1],
    ]);
  });
});

describe('how matrices change', () => {
  const argv = [
    'sweep',
    ...small,
    'm=2',
    'net=deep',
    'opt=gd,adam',
    '--change',
    '--spectra',
    '--history',
    '2',
    '--quiet',
  ];

  it('is in a line where it is asked for, of every matrix, at the end and along the run', async () => {
    const { out } = await rank(argv);
    for (const { matrices, spectra, history } of lines(out)) {
      expect(history!.map(({ step }) => step)).toEqual([0, 2, 4]);
      for (const [name, { change, movedShare }] of Object.entries(matrices)) {
        const { moved, gradient, along } = change!;
        expect(moved.stable).toBe(stableRank(spectra![`${name}.moved`]!));
        expect(gradient.effective).toBe(effectiveRank(spectra![`${name}.gradient`]!));
        expect(gradient.cosine).toBeGreaterThan(-1);
        expect(along === null).toBe(name !== 'filters');
        if (along) {
          expect(along).toHaveLength(4);
          expect(along.reduce((sum, share) => sum + share, 0)).toBeCloseTo(movedShare!, 12);
        }
      }
      // Nothing has moved yet, and the gradient pulls already.
      const { change } = history![0]!.matrices['filters']!;
      expect(change).toMatchObject({ moved: { stable: 0 }, along: null, gradient: { cosine: null } });
      expect(change!.gradient.stable).toBeGreaterThanOrEqual(1);
      expect(history!.at(-1)!.matrices).toEqual(matrices);
    }
    const plain = await rank(argv.filter((word) => word !== '--change'));
    expect(plain.out).not.toContain('"change"');
    const [line] = lines(plain.out),
      [closer] = lines(out);
    expect(line!.loss).toBe(closer!.loss);
    expect(line!.plan).not.toBe(closer!.plan);
  });

  it('has its columns, is read back and comes out the same again', async () => {
    const { out } = await rank(argv);
    const file = join(folder, 'runs.ndjson');
    writeFileSync(file, out);
    const { out: table } = await rank(['merge', file, '--format', 'csv']);
    const [titles, first] = table.split('\r\n').map((row) => row.split(','));
    const cell = (title: string) => Number(first![titles!.indexOf(title)]);
    const [{ matrices }] = lines(out) as [Line];
    expect(cell('filters.moved.stable')).toBe(matrices['filters']!.change!.moved.stable);
    expect(cell('W2.gradient.energy')).toBe(matrices['W2']!.change!.gradient.energy);
    expect(cell('filters.gradient.cosine')).toBe(matrices['filters']!.change!.gradient.cosine);
    expect(cell('filters.along4')).toBe(matrices['filters']!.change!.along![3]);
    const { code, out: checked } = await rank(['check', file, '--again', '2']);
    expect({ code, checked }).toEqual({ code: 0, checked: '2 of 2 runs, 2 made again: the same bytes\n' });
    const names = Buffer.concat(await npzOf(lines(out))).toString('latin1');
    for (const name of [
      'filters.along1',
      'history.W2.moved.stable',
      'history.filters.gradient.cosine',
      'spectra.W2.moved',
    ])
      expect(names).toContain(`${name}.npy`);
  });
});
