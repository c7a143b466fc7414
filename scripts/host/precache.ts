import { createHash } from 'node:crypto';

/** A built file: its path below the page, with slashes, and what is in it. */
export interface BuiltFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface Precache {
  readonly version: string;
  readonly files: readonly string[];
  readonly needed: readonly string[];
  readonly bytes: number;
}

/** Not kept: the worker itself, the page as a single file (a download), three megabytes of clothes that most never ask for, and what only people, hosts and other sites read. */
const leftOut = /^(?:fashion\/.*|sw\.js|rank-under-noise\.html|social\.png)$|(?:^|\/)\.|\.(?:txt|map|d\.ts)$/;

/** Names of scripts and styles in a page, and of scripts that a script imports before it runs. */
const linked = /\b(?:src|href)="\.\/([^"]+\.(?:js|css))"/g,
  imported = /\b(?:import|from)\s*["'`]\.\/([\w.-]+\.js)["'`]/g;

/** The files without which nothing is shown: what the page loads at once, and the script of its first worker. */
function essential(files: readonly BuiltFile[]): string[] {
  const bytesOf = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const found = new Set(['index.html']);
  const named = (path: string, pattern: RegExp, folder = '') =>
    [...new TextDecoder().decode(bytesOf.get(path)).matchAll(pattern)].map(([, name]) => folder + name!);
  const add = (path: string) => {
    if (found.has(path) || !bytesOf.has(path)) return;
    found.add(path);
    if (path.endsWith('.js')) named(path, imported, path.slice(0, path.lastIndexOf('/') + 1)).forEach(add);
  };
  [
    ...named('index.html', linked),
    ...[...bytesOf.keys()].filter((path) => /^assets\/worker-[^/]*\.js$/.test(path)),
  ].forEach(add);
  return [...found];
}

/** What the service worker keeps, and what of it there is no version without. The page itself is kept as './', the address that visitors open. */
export function precache(files: readonly BuiltFile[]): Precache {
  const kept = files.filter(({ path }) => !leftOut.test(path)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  if (!kept.some(({ path }) => path === 'index.html')) throw new Error('there is no index.html among the built files');
  const hash = createHash('sha256');
  for (const { path, bytes } of kept) hash.update(`${path}\n${bytes.length}\n`).update(bytes);
  const inCache = (path: string) => (path === 'index.html' ? './' : path);
  return {
    version: hash.digest('hex').slice(0, 16),
    files: kept.map(({ path }) => inCache(path)),
    needed: essential(kept).map(inCache).toSorted(),
    bytes: kept.reduce((sum, { bytes }) => sum + bytes.length, 0),
  };
}

/** The service worker's script: a byte that changes in it is what makes browsers install it anew. */
export function serviceWorker(template: string, { version, files, needed }: Omit<Precache, 'bytes'>): string {
  return [
    `const version = ${JSON.stringify(version)};`,
    `const files = ${JSON.stringify(files)};`,
    `const needed = ${JSON.stringify(needed)};`,
    '',
    template,
  ].join('\n');
}
