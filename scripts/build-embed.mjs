/**
 * Builds the module for host pages into the built page's folder: `dist/embed.js`, one ES module without imports, and its
 * types; another folder may be named. The types are the two files that hold nothing else, put together.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** Bytes of gzip: a host page pays for it before it has a figure. */
const budget = 3000;
const root = fileURLToPath(new URL('..', import.meta.url));
const dist = resolve(root, process.argv[2] ?? 'dist');

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    target: 'es2022',
    outDir: dist,
    emptyOutDir: false,
    copyPublicDir: false,
    minify: true,
    lib: { entry: join(root, 'src/embed/index.ts'), formats: ['es'], fileName: () => 'embed.js' },
  },
});

const types = ['protocol', 'types'].map((name) =>
  readFileSync(join(root, `src/embed/${name}.ts`), 'utf8').replaceAll(/^import .*\n+/gm, ''),
);
writeFileSync(join(dist, 'embed.d.ts'), `${types.join('\n')}\nexport declare const createEmbed: CreateEmbed;\n`);

const size = gzipSync(readFileSync(join(dist, 'embed.js')), { level: 9 }).length;
console.log(`embed.js: ${size} bytes gzip (budget ${budget})`);
if (size > budget) {
  console.error('The module for host pages exceeds its budget.');
  process.exitCode = 1;
}
