import { expect, it } from 'vitest';
import { roomTable, withRoomTable } from './room-table';

const rooms = {
  'src/a': { holds: 'nothing much', imports: [] },
  'src/b': { holds: 'more', imports: ['src/a', 'src/c/**'], types: ['src/d'], packages: ['d3'] },
  '.': { holds: 'settings', imports: [] },
};

it('says of every room what it holds and may import', () => {
  expect(roomTable(rooms).split('\n').slice(2)).toEqual([
    '| `src/a/` | nothing much | nothing |',
    '| `src/b/` | more | a, c/…, d (types), `d3` |',
  ]);
});

it('stands between its marks, whatever was there', () => {
  const marks = ['<!-- rooms: npm run docs -->', '<!-- /rooms -->'];
  const document = `before\n${marks[0]}\nold\n${marks[1]}\nafter`;
  const written = withRoomTable(document, rooms);
  expect(written).toBe(`before\n${marks[0]}\n\n${roomTable(rooms)}\n\n${marks[1]}\nafter`);
  expect(withRoomTable(written, rooms)).toBe(written);
  expect(() => withRoomTable('no marks', rooms)).toThrow('no place for the rooms');
});
