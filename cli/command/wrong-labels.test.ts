import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Line } from './line';
import { rank } from './testing';

const small = ['side=8', 'k=1', 'n=40', 'm=4', 'patches=3', 'steps=300', '--quiet'];
let folder = '',
  lines: Line[] = [];
const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), 'utf8');
const wrong = () => lines[1]!;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wrong-labels-'));
  await rank(['sweep', ...small, 'flip=0,0.15', '--history', '100', '--out', at('runs.ndjson')]);
  lines = read('runs.ndjson')
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as Line);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a line of a run with wrong labels', () => {
  it('has the training accuracy of rightly and of wrongly labelled images apart, at its end and all along', () => {
    expect(wrong().byLabel).toEqual({ right: expect.any(Number), wrong: expect.any(Number) });
    for (const { byLabel, trainAccuracy } of wrong().history!) {
      const { right, wrong: turned } = byLabel!;
      expect(trainAccuracy).toBeGreaterThanOrEqual(Math.min(right!, turned!) - 1e-12);
      expect(trainAccuracy).toBeLessThanOrEqual(Math.max(right!, turned!) + 1e-12);
    }
    expect(wrong().history!.at(-1)!.byLabel).toEqual(wrong().byLabel);
  });

  it('says at which steps of its history what counts came', () => {
    const { moments, history } = wrong();
    const first = (is: (right: number, turned: number) => boolean) =>
      history!.find(({ step, byLabel }) => step > 0 && is(byLabel!.right!, byLabel!.wrong!))!.step;
    expect(moments!.rightFitted).toBe(first((right) => right >= 0.99));
    const [fitted, grown, half, all] = [
      moments!.rightFitted!,
      moments!.rankUp!,
      moments!.halfWrong!,
      moments!.allWrong!,
    ];
    expect(half).toBeGreaterThan(fitted);
    expect(half).toBe(history!.find(({ step, byLabel }) => step > fitted && byLabel!.wrong! >= 0.5)!.step);
    expect(all).toBe(first((_, turned) => turned === 1));
    const rankOf = (step: number) => history!.find((point) => point.step === step)!.matrices['filters']!.effective;
    expect(rankOf(grown)).toBeGreaterThanOrEqual(
      1.5 * Math.min(...history!.filter(({ step }) => step >= fitted && step <= grown).map(({ step }) => rankOf(step))),
    );
  });

  it('is the only kind that has either', () => {
    expect(lines[0]).not.toHaveProperty('byLabel');
    expect(lines[0]).not.toHaveProperty('moments');
    expect(lines[0]!.history![3]).not.toHaveProperty('byLabel');
  });

  it('is read as well as it was written before either was kept', async () => {
    const since = ['byLabel', 'moments'];
    const older = lines.map((line) =>
      JSON.stringify(line, (key, value: unknown) => (since.includes(key) ? undefined : value)),
    );
    writeFileSync(at('older.ndjson'), `${older.join('\n')}\n`);
    const { code, out } = await rank(['merge', at('older.ndjson'), '--format', 'csv']);
    expect(code).toBe(0);
    expect(out.split('\r\n')[0]).not.toContain('byLabel');
  });
});

describe('tables of such runs', () => {
  it('have columns for both, which are empty where all labels are right', async () => {
    const { out } = await rank(['merge', at('runs.ndjson'), '--format', 'csv']);
    const [head, ...rows] = out
      .trimEnd()
      .split('\r\n')
      .map((row) => row.split(','));
    const cells = (column: string) => rows.map((row) => row[head!.indexOf(column)]);
    expect(cells('byLabel.wrong')).toEqual(['', String(wrong().byLabel!.wrong)]);
    expect(cells('moments.rankUp')).toEqual(['', String(wrong().moments!.rankUp ?? '')]);
    expect(cells('moments.halfWrong')).toEqual(['', String(wrong().moments!.halfWrong)]);
  });

  it('have arrays for both in NPZ', async () => {
    const { out } = await rank(['merge', at('runs.ndjson'), '--format', 'npz']);
    for (const name of ['byLabel.right.npy', 'moments.halfWrong.npy', 'history.byLabel.wrong.npy'])
      expect(out).toContain(name);
  });
});
