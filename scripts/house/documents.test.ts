import { expect, it } from 'vitest';
import { documentFaults, wordsOf } from './documents';

const code = {
  files: ['src/store/app.ts', 'src/panels/one/panel.tsx', 'src/strings/en/index.ts', 'docs/HOSTING.md', 'a.test.ts'],
  words: new Set(wordsOf('export function createApp(link: string) {} const x = onlyHere;')),
};
const faults = (text: string) => documentFaults('GUIDE.md', text, code);

it('a document may name files and folders, in full or from where they are plain, and words of the sources', () => {
  expect(
    faults(
      '`src/store/app.ts`, `store/app.ts`, `panels/<name>/panel.tsx`, `panels/*/`, `strings/{en}/index.ts`, `HOSTING.md`, ' +
        '`createApp`, `createApp()`, `npm run build`, `x`, `K`, `--mnist 0-1`, `#sigma=0`',
    ),
  ).toEqual([]);
});

it('what is not there is named, once', () => {
  expect(faults('`store/gone.ts` and `store/gone.ts`')).toEqual(['GUIDE.md names store/gone.ts, which is not there']);
  expect(faults('`strings/{en,fr}/index.ts`')).toEqual(['GUIDE.md names strings/fr/index.ts, which is not there']);
  expect(faults('`panels/<name>/<other>/`')).toEqual(['GUIDE.md names panels/<name>/<other>/, which is not there']);
  expect(faults('`p.ts`')).toEqual(['GUIDE.md names p.ts, which is not there']);
  expect(faults('`createStore()`')).toEqual(['GUIDE.md names createStore, which occurs in no source']);
});

it('what stands in an example is its own affair', () => {
  expect(faults('```sh\nmake `gone.ts`\n```\n')).toEqual([]);
});
