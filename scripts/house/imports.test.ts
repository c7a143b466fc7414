import { describe, expect, it } from 'vitest';
import { importFaults, importsOf, roomOf, unknownEntries } from './imports';
import type { Room } from './rooms';

const room = (imports: readonly string[] = [], more: Partial<Room> = {}): Room => ({ holds: '', imports, ...more });
const rooms = {
  'src/base': room(),
  'src/kit': room(['src/base'], { packages: ['d3'] }),
  'src/parts/*': room(['src/kit', 'src/parts/shared/frame'], { types: ['src/store'] }),
  'src/store': room(['src/store/**']),
  'src/store/views': room(['src/store']),
  cli: room(['src/**'], { packages: ['node:'] }),
  e2e: room(['src/**'], { packages: ['*'] }),
};

/** Faults of files that hold what is given, all of them there. */
function faults(files: Readonly<Record<string, string>>): string[] {
  return importFaults(rooms, Object.keys(files), { read: (path) => files[path]!, has: (path) => path in files });
}

describe('imports', () => {
  it('are found in every form that there is', () => {
    const text = `
      import a from './a'; import type { B } from './b'; import { type C } from './c'; import { type D, d } from './d';
      import './e'; export * from './f'; export { g } from './g'; export type { H } from './h'; const i = import('./i');
      // import './comment'
      const text = "import './text'";`;
    const found = importsOf('x.ts', text);
    expect(
      found
        .map(({ source }) => source)
        .toSorted()
        .join(''),
    ).toBe('./a./b./c./d./e./f./g./h./i');
    expect(found.filter(({ typeOnly }) => typeOnly).map(({ source }) => source)).toEqual(['./b', './c', './h']);
  });

  it('may stay in their room, and go where the table says', () => {
    const files = {
      'src/base/a.ts': 'export const a = 1;',
      'src/kit/k.ts': `import { a } from '../base/a'; import { b } from './b'; import { max } from 'd3';`,
      'src/kit/b.ts': '',
      'src/store/state.ts': `import { view } from './views/view';`,
      'src/store/views/view.ts': `import type { State } from '../state';`,
      'src/parts/one/panel.tsx': `import { k } from '../../kit/k'; import '../shared/frame'; import type { S } from '../../store/state';`,
      'src/parts/shared/frame.tsx': '',
      'cli/run.ts': `import { readFileSync } from 'node:fs'; import '../src/store/views/view';`,
    };
    expect(faults(files)).toEqual([]);
  });

  it.each([
    [
      'another room',
      { 'src/base/a.ts': `import '../kit/k';`, 'src/kit/k.ts': '' },
      'src/base/a.ts imports src/kit/k.ts',
    ],
    ['a later import', { 'src/base/a.ts': `import('../kit/k');`, 'src/kit/k.ts': '' }, 'imports src/kit/k.ts'],
    ['an export', { 'src/base/a.ts': `export * from '../kit/k';`, 'src/kit/k.ts': '' }, 'imports src/kit/k.ts'],
    ['a package', { 'src/base/a.ts': `import { max } from 'd3';` }, 'src/base/a.ts imports d3: src/base may not'],
    ['Node', { 'src/kit/k.ts': `import 'node:fs';` }, 'imports node:fs'],
    [
      'more than a type',
      { 'src/parts/one/a.ts': `import { state } from '../../store/state';`, 'src/store/state.ts': '' },
      'src/parts/* may not import src/store',
    ],
    [
      'a sibling',
      { 'src/parts/one/a.ts': `import '../two/b';`, 'src/parts/two/b.ts': '' },
      'src/parts/* may not import src/parts/*',
    ],
    [
      'a room within that is not named',
      { 'src/kit/k.ts': `import '../store/views/view';`, 'src/store/views/view.ts': '' },
      'src/kit may not import src/store/views',
    ],
    ['what is for tests', { 'src/kit/k.ts': `import './testing';`, 'src/kit/testing.ts': '' }, 'which is for tests'],
    ['what is not there', { 'src/kit/k.ts': `import './gone';` }, 'imports ./gone, which is not there'],
    ['anything, out of no room', { 'src/new/a.ts': '' }, 'src/new/a.ts lies in no room'],
  ])('are named where one takes %s', (_, files, words) => {
    const found = faults(files as Record<string, string>);
    expect(found.length).toBe(1);
    expect(found[0]).toContain(words);
  });

  it('of tests are free, and so are those of tools from what is for tests', () => {
    expect(
      faults({
        'src/base/a.test.ts': `import '../kit/k'; import 'vitest';`,
        'src/kit/k.ts': '',
        'src/kit/testing.ts': `import '../store/state';`,
        'src/store/state.ts': '',
        'e2e/a.spec.ts': `import '../src/kit/testing';`,
      }),
    ).toEqual([]);
  });
});

it('the room of a file is the longest folder that is one, each folder of a star by itself', () => {
  expect(roomOf(rooms, 'src/store/views/deep/a.ts')).toEqual({ name: 'src/store/views', folder: 'src/store/views' });
  expect(roomOf(rooms, 'src/store/other/a.ts')).toEqual({ name: 'src/store', folder: 'src/store' });
  expect(roomOf(rooms, 'src/parts/one/deep/a.ts')).toEqual({ name: 'src/parts/*', folder: 'src/parts/one' });
});

it('the table may name no room that is not there', () => {
  expect(unknownEntries(rooms, { read: () => '', has: (path) => path === 'src/parts/shared/frame.ts' })).toEqual([]);
  expect(unknownEntries({ a: room(['b', 'c/**']) })).toEqual([
    'a may import b, which is neither a room nor a file',
    'a may import c/**, which is neither a room nor a file',
  ]);
});
