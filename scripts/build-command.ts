/**
 * Builds the command `rank-under-noise` into the built page's folder: `dist/cli/`, scripts for Node that import nothing from
 * outside of it, with the kernel inside; digits are read from the page. Another folder may be named.
 */
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { inlinedCodecs } from './host/inlined-codecs';
import { pdfInParts } from './host/pdf-in-parts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = resolve(root, process.argv[2] ?? 'dist');

/** Rooms that decide a run's numbers. */
const deciding = ['experiment', 'images', 'network', 'spectrum', 'theory', 'training'];

/** Changes whenever a number could: runs of two builds are only put together where it is the same. */
function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const room of deciding)
    for (const file of readdirSync(join(root, 'src', room), { recursive: true, encoding: 'utf8' }).toSorted()) {
      if (!file.endsWith('.ts') || /\.test\.ts$|(^|\/)testing|-bytes\.ts$/.test(file)) continue;
      hash.update(`${room}/${file}\n`).update(readFileSync(join(root, 'src', room, file)));
    }
  return hash.digest('hex').slice(0, 16);
}

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  plugins: [pdfInParts(), inlinedCodecs()],
  define: { SOURCES_HASH: JSON.stringify(sourcesHash()) },
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    minify: true,
    outDir: join(dist, 'cli'),
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        'rank-under-noise': join(root, 'cli/command/rank-under-noise.ts'),
        'sweep-worker': join(root, 'cli/sweep-worker.ts'),
      },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
});
chmodSync(join(dist, 'cli/rank-under-noise.mjs'), 0o755);
