import { withWritten } from '../written';
import type { Room } from './rooms';

/** The table of rooms, in Markdown. */
export function roomTable(rooms: Readonly<Record<string, Room>>): string {
  const rows = Object.entries(rooms)
    .filter(([name]) => name !== '.')
    .map(([name, room]) => `| \`${name}/\` | ${room.holds} | ${mayImport(room)} |`);
  return ['| room | holds | may import |', '|---|---|---|', ...rows].join('\n');
}

/** docs/ARCHITECTURE.md with its table as it should be. */
export function withRoomTable(document: string, rooms: Readonly<Record<string, Room>>): string {
  return withWritten(document, 'rooms', roomTable(rooms));
}

function mayImport({ imports, types = [], packages = [] }: Room): string {
  const short = (entry: string) =>
    entry === 'src/**' ? 'all of src' : entry.replace(/^src\//, '').replace(/\/\*\*$/, '/…');
  const named = [
    ...imports.map(short),
    ...types.map((entry) => `${short(entry)} (types)`),
    ...packages.map((name) => (name === '*' ? 'any package' : `\`${name}\``)),
  ];
  return named.length > 0 ? named.join(', ') : 'nothing';
}
