import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { tryFiles } from './files';
import { tryLinks } from './links';
import { tryMessages } from './messages';

/* Samples of `npm run hostile`, of another seed than it has. */

it('hostile links each open an experiment whose own link opens it without a word', async () => {
  const { faults, taken } = await tryLinks(500, 2);
  expect(faults).toEqual([]);
  expect(taken).toBeGreaterThan(10);
});

it('hostile messages throw nothing, and the next sound one is obeyed', async () => {
  expect((await tryMessages(500, 2)).faults).toEqual([]);
});

it('damaged files are read as they are or refused in words', async () => {
  const run = readFileSync('fixtures/runs/run-v1.json', 'utf8');
  const { faults, taken } = await tryFiles(100, 2, run);
  expect(faults).toEqual([]);
  expect(taken).toBeLessThan(100);
});
