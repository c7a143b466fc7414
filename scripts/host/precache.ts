import { createHash } from 'node:crypto';

/** A built file: its path below the page, with slashes, and what is in it. */
export interface BuiltFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Not kept: the worker itself, the page as a single file (a download), three megabytes of clothes that most never ask for, and what only people, hosts and other sites read. */
const leftOut = /^(?:fashion\/.*|sw\.js|rank-under-noise\.html|social\.png)$|(?:^|\/)\.|\.(?:txt|map|d\.ts)$/;

/** What the service worker keeps. The page itself is kept as './', the address that visitors open. */
export function precache(files: readonly BuiltFile[]): { version: string; files: readonly string[]; bytes: number } {
  const kept = files.filter(({ path }) => !leftOut.test(path)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  if (!kept.some(({ path }) => path === 'index.html')) throw new Error('there is no index.html among the built files');
  const hash = createHash('sha256');
  for (const { path, bytes } of kept) hash.update(`${path}\n${bytes.length}\n`).update(bytes);
  return {
    version: hash.digest('hex').slice(0, 16),
    files: kept.map(({ path }) => (path === 'index.html' ? './' : path)),
    bytes: kept.reduce((sum, { bytes }) => sum + bytes.length, 0),
  };
}

/** The service worker's script: a byte that changes in it is what makes browsers install it anew. */
export function serviceWorker(
  template: string,
  { version, files }: { version: string; files: readonly string[] },
): string {
  return `const version = ${JSON.stringify(version)};\nconst files = ${JSON.stringify(files)};\n\n${template}`;
}
