/**
 * Builds the modules for host pages into the built page's folder: `dist/embed.js` and `dist/element.js`, each one ES module
 * without imports, and their types; another folder may be named. The types are the two files that hold nothing else, put
 * together.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** Bytes of gzip: a host page pays for one of them before it has a figure. The element holds what the other does. */
const budgets = { embed: 2000, element: 3200 };
const root = fileURLToPath(new URL('..', import.meta.url));
const dist = resolve(root, process.argv[2] ?? 'dist');

for (const [name, budget] of Object.entries(budgets)) {
  const entry = name === 'embed' ? 'index' : name;
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
      lib: { entry: join(root, `src/embed/${entry}.ts`), formats: ['es'], fileName: () => `${name}.js` },
    },
  });
  const size = gzipSync(readFileSync(join(dist, `${name}.js`)), { level: 9 }).length;
  console.log(`${name}.js: ${size} bytes gzip (budget ${budget})`);
  if (size > budget) {
    console.error('The module for host pages exceeds its budget.');
    process.exitCode = 1;
  }
}

const types = ['protocol', 'types'].map((name) =>
  readFileSync(join(root, `src/embed/${name}.ts`), 'utf8').replaceAll(/^import .*\n+/gm, ''),
);
writeFileSync(join(dist, 'embed.d.ts'), `${types.join('\n')}\nexport declare const createEmbed: CreateEmbed;\n`);
writeFileSync(
  join(dist, 'element.d.ts'),
  `import type { RankUnderNoise } from './embed.js';
export type * from './embed.js';

export declare const RankUnderNoiseElement: { new (): RankUnderNoise };

declare global {
  interface HTMLElementTagNameMap {
    'rank-under-noise': RankUnderNoise;
  }
}
`,
);
// Apart, as React need not be there.
writeFileSync(
  join(dist, 'react.d.ts'),
  `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Key, ParameterValue, RankUnderNoise, State } from './embed.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'rank-under-noise': DetailedHTMLProps<HTMLAttributes<RankUnderNoise>, RankUnderNoise> & {
        src?: string;
        link?: string;
        label?: string;
        poster?: string;
        start?: 'press';
        onready?: (event: CustomEvent<undefined>) => void;
        onstate?: (event: CustomEvent<State>) => void;
        onkey?: (event: CustomEvent<Key>) => void;
        onerror?: (event: CustomEvent<string>) => void;
        [parameter: string]: ParameterValue | unknown;
      };
    }
  }
}
`,
);
