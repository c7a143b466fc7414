import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cnn } from '../src/network/architectures/cnn';
import { referenceCase, referenceCases } from '../src/training/testing';
import { InputError } from './input-error';
import { parseCase, readCase } from './case-file';

const good = {
  patches: [
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    [
      [7, 8],
      [9, 10],
      [11, 12],
    ],
  ],
  labels: [1, -1],
  filters: [
    [1, 2],
    [3, 4],
    [5, 6],
    [7, 8],
  ],
  lr: 2,
  q: 3,
  kappa: 1,
  steps: 4,
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'case-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe('a case', () => {
  it('becomes a training problem, row by row', () => {
    const { problem, steps } = parseCase(good);
    expect(steps).toBe(4);
    expect(problem).toMatchObject({
      architecture: cnn,
      train: {
        count: 2,
        patches: 3,
        dimension: 2,
        values: Float64Array.from({ length: 12 }, (_, i) => i + 1),
        labels: Float64Array.of(1, -1),
      },
      test: null,
      matrices: [
        { name: 'filters', role: 'filters', rows: 4, columns: 2, values: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8) },
      ],
      width: 2,
      lr: 2,
      q: 3,
      kappa: 1,
    });
  });

  it.each(referenceCases)('is read from %s: its case member, or the file whole', async (name) => {
    const { problem, steps, json } = referenceCase(name);
    expect(await readCase(file('with-want.json', JSON.stringify(json)))).toEqual({ problem, steps, every: null });
    expect(await readCase(file('whole.json', JSON.stringify(json.case)))).toEqual({ problem, steps, every: null });
  });

  it.each<[string, object | null | number | string]>([
    ['object', null],
    ['object', []],
    ['object', 7],
    ['object', 'case'],
    ['patches', { ...good, patches: undefined }],
    ['patches', { ...good, patches: [] }],
    ['patches', { ...good, patches: [[]] }],
    [
      'patches',
      {
        ...good,
        patches: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'patches',
      {
        ...good,
        patches: [
          [
            [1, 2],
            [3, 4],
          ],
          [[5, 6]],
        ],
      },
    ],
    [
      'patches',
      {
        ...good,
        patches: [
          [[1, 2], [3]],
          [
            [5, 6],
            [7, 8],
          ],
        ],
      },
    ],
    [
      'patches',
      {
        ...good,
        patches: [
          [
            [1, [2]],
            [3, 4],
            [5, 6],
          ],
          [
            [7, 8],
            [9, 10],
            [11, 12],
          ],
        ],
      },
    ],
    [
      'patches',
      {
        ...good,
        patches: [
          [
            [1, null],
            [3, 4],
            [5, 6],
          ],
          [
            [7, 8],
            [9, 10],
            [11, 12],
          ],
        ],
      },
    ],
    ['patches', { ...good, patches: { length: 1, 0: [[1, 2]] } }],
    ['labels', { ...good, labels: [1] }],
    ['labels', { ...good, labels: [1, 0] }],
    ['labels', { ...good, labels: [1, '-1'] }],
    ['labels', { ...good, labels: [[1], [-1]] }],
    [
      'filters',
      {
        ...good,
        filters: [
          [1, 2, 3],
          [4, 5, 6],
        ],
      },
    ],
    [
      'filters',
      {
        ...good,
        filters: [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
      },
    ],
    ['filters', { ...good, filters: [1, 2] }],
    ['lr', { ...good, lr: 0 }],
    ['lr', { ...good, lr: undefined }],
    ['lr', { ...good, lr: '2' }],
    ['q', { ...good, q: 0.5 }],
    ['architecture', { ...good, architecture: 'resnet' }],
    ['weights', { ...good, architecture: 'deep', lrMix: 1 }],
    ['W1', { ...good, architecture: 'deep', lrMix: 1, weights: { W1: [[1], [2]] } }],
    ['W2', { ...good, architecture: 'deep', lrMix: 1, weights: { W1: good.filters, W2: [[1]] } }],
    ['W2', { ...good, architecture: 'deep', lrMix: 1, weights: { W1: good.filters, W3: [[1]] } }],
    ['Wq', { ...good, architecture: 'transformer', lrMix: 1, weights: { E: good.filters } }],
    ['lrMix', { ...good, architecture: 'deep', weights: { W1: good.filters } }],
    ['opt', { ...good, opt: 'sgd' }],
    ['decay', { ...good, decay: -1 }],
    ['batches', { ...good, batches: [[0], [1], [2], [0]] }],
    ['batches', { ...good, batches: [[0], [1]] }],
    ['batches', { ...good, batches: [[0], [1], [2, 0, 2], [1]] }],
    ['every', { ...good, architecture: 'cnn', every: 0 }],
    ['q', { ...good, q: null }],
    ['kappa', { ...good, kappa: -1 }],
    ['kappa', { ...good, kappa: true }],
    ['steps', { ...good, steps: 1.5 }],
    ['steps', { ...good, steps: -1 }],
    ['steps', { ...good, steps: undefined }],
  ])('that is bad is refused, naming %s: %j', (field, json) => {
    expect(() => parseCase(json)).toThrow(InputError);
    expect(() => parseCase(json)).toThrow(new RegExp(`^--case: .*\\b${field}\\b.*$`));
  });

  it('that cannot be read or is not JSON is refused in one line', async () => {
    for (const bad of [
      join(folder, 'missing.json'),
      folder,
      file('empty.json', ''),
      file('text.json', 'not\njson\n'),
      file('cut.json', JSON.stringify(good).slice(0, -5)),
    ]) {
      const error = await readCase(bad).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(InputError);
      expect((error as Error).message).toMatch(/^--case: [^\n]*$/);
    }
  });
});
