/** Holds the house against its own rules: who may import whom, and what no linter looks at. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { documentFaults, wordsOf } from './house/documents';
import { parameters } from '../src/experiment/parameters';
import { kindFaults } from './house/image-kinds';
import { importFaults, unknownEntries } from './house/imports';
import { longLines } from './house/long-lines';
import { withRoomTable } from './house/room-table';
import { rooms } from './house/rooms';

/** What says where things are, and would send its readers astray. */
const documents = ['CONTRIBUTING.md', 'docs/ARCHITECTURE.md', 'docs/IMPLEMENTATION.md'].filter((path) =>
  existsSync(path),
);

// Also what has been written and not yet been added.
const all = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(path));
const files = all.filter((path) => /\.(?:tsx?|mjs|js|css)$/.test(path));
// The kernel is AssemblyScript, and what lies outside of these folders runs in other pages.
const sources = files.filter(
  (path) =>
    /^(?:src|cli|scripts|e2e|bench)\/|^[^/]+$/.test(path) && /\.(?:tsx?|mjs)$/.test(path) && !path.includes('/kernel/'),
);
/** What is no test: those may say what they like. */
const product = sources.filter((path) => /^(?:src|cli)\//.test(path) && !/\.test\.tsx?$/.test(path));
const text = (path: string) => readFileSync(path, 'utf8');
const words = new Set(files.flatMap((path) => wordsOf(text(path))));
const architecture = text('docs/ARCHITECTURE.md');

const imports = importFaults(rooms, sources);
const faults = [
  ...imports,
  ...unknownEntries(rooms),
  ...product.flatMap((path) => kindFaults(path, text(path), Object.keys(parameters.data.values))),
  ...files.flatMap((path) => longLines(path, text(path))),
  ...documents.flatMap((path) => documentFaults(path, text(path), { files: all, words })),
  ...(withRoomTable(architecture, rooms) === architecture
    ? []
    : ['docs/ARCHITECTURE.md has another table of rooms than scripts/house/rooms.ts: npm run docs writes it']),
];
for (const fault of faults) console.error(fault);
if (imports.length > 0)
  console.error('Who may import whom is said in scripts/house/rooms.ts; npm run docs writes its table.');
process.exitCode = faults.length > 0 ? 1 : 0;
