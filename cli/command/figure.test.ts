import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rank } from './testing';

const small = ['side=4', 'k=2', 'n=16', 'm=4', 'steps=12', '--quiet'];
let folder = '';
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'figure-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a figure without a browser', () => {
  it.each([
    ['filters', [], ['Singular values of the filters']],
    ['training', ['rank=effective'], ['effective rank against training step', 'mean logistic loss', 'accuracy']],
    ['depth', ['net=deep'], ['stable rank of what images become']],
    ['data', ['lang=zh'], ['奇异值']],
  ])('%s is what the page draws of the experiment', async (name, values, words) => {
    const { code, out, err } = await rank(['figure', name, ...small, ...values]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const svg = Buffer.from(out, 'latin1').toString();
    expect(svg).toMatch(/^<svg [^]*<\/svg>\n$/);
    for (const word of words) expect(svg).toContain(word);
  });

  it('is a PDF where the file is named so', async () => {
    expect((await rank(['figure', 'filters', ...small, '--out', at('filters.pdf'), '--size', 'column'])).code).toBe(0);
    expect(readFileSync(at('filters.pdf'), 'latin1')).toMatch(/^%PDF-[^]*%%EOF/);
  });

  it('takes runs from files and makes those alone that are not in them', async () => {
    const seven = [...small, 'levels=7'];
    await rank(['sweep', ...seven, '--shard', '1/2', '--out', at('half.ndjson')]);
    const all = await rank(['figure', 'sweep', ...seven]);
    const rest = await rank(['figure', 'sweep', ...seven, '--from', at('half.ndjson')]);
    expect([all.made, rest.made]).toEqual([7, 3]);
    expect(rest.out).toBe(all.out);
  });

  it.each([
    ['portrait', ['portrait']],
    ['sigma', ['filters', 'sigma=0,0.1']],
    ['--out', ['filters', '--out', 'filters.png']],
    ['--out', ['filters', '--out', '/nowhere/filters.svg']],
    ['--format', ['data', 'lang=zh', '--format', 'pdf']],
    ['--from', ['sweep', '--from']],
    ['attention: there is nothing to draw', ['attention']],
  ])('is refused in one line that names %s where it cannot be', async (names, argv) => {
    const { code, out, err } = await rank(['figure', ...argv, ...(argv.includes('--from') ? [] : small)]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err).toContain(names);
  });
});
