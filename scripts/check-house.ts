/** Holds the house against its own rules: who may import whom, and what no linter looks at. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { importFaults, unknownEntries } from './house/imports';
import { longLines } from './house/long-lines';
import { withRoomTable } from './house/room-table';
import { rooms } from './house/rooms';

// Also what has been written and not yet been added.
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => /\.(?:tsx?|mjs|js|css)$/.test(path) && existsSync(path));
// The kernel is AssemblyScript, and what lies outside of these folders runs in other pages.
const sources = files.filter(
  (path) =>
    /^(?:src|cli|scripts|e2e|bench)\/|^[^/]+$/.test(path) && /\.(?:tsx?|mjs)$/.test(path) && !path.includes('/kernel/'),
);
const architecture = readFileSync('docs/ARCHITECTURE.md', 'utf8');

const faults = [
  ...importFaults(rooms, sources),
  ...unknownEntries(rooms),
  ...files.flatMap((path) => longLines(path, readFileSync(path, 'utf8'))),
  ...(withRoomTable(architecture, rooms) === architecture
    ? []
    : ['docs/ARCHITECTURE.md has another table of rooms than scripts/house/rooms.ts: npm run docs writes it']),
];
for (const fault of faults) console.error(fault);
if (faults.length > 0)
  console.error('Who may import whom is said in scripts/house/rooms.ts; npm run docs writes its table.');
process.exitCode = faults.length > 0 ? 1 : 0;
