/** Writes sw.js into the built folder, with the list of all files that make the page work without a network. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { precache, serviceWorker } from './host/precache';

const template = readFileSync(new URL('./host/service-worker.js', import.meta.url), 'utf8');

/** @param dist the built folder. */
export function writeServiceWorker(dist: string): ReturnType<typeof precache> {
  const paths = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const listed = precache(
    paths.map((path) => ({
      path: path.slice(join(dist, '/').length).replaceAll('\\', '/'),
      bytes: readFileSync(path),
    })),
  );
  writeFileSync(join(dist, 'sw.js'), serviceWorker(template, listed));
  return listed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files, bytes, version } = writeServiceWorker(fileURLToPath(new URL('../dist', import.meta.url)));
  console.log(`dist/sw.js: keeps ${files.length} files, ${(bytes / 1000).toFixed(0)} kB, as version ${version}`);
}
