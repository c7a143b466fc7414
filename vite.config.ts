import react from '@vitejs/plugin-react';
import { tsImport } from 'tsx/esm/api';
import { defineConfig } from 'vitest/config';
import { withAddress } from './scripts/host/address.ts';
import { pdfInParts } from './scripts/host/pdf-in-parts.ts';
import { folderPolicy, withPolicy } from './scripts/host/policy.ts';
import { inlinedCodecs } from './scripts/host/inlined-codecs.ts';
import { tfjsInParts } from './scripts/host/tfjs-parts.ts';

/**
 * What the page needs at once in one script, the first figure in a second, and the rest of the first screen in a third: sixty
 * small ones pack worse, and each is another request, which takes time of the core that the first runs are made on.
 */
const scripts = [
  { name: 'page', tags: ['$initial'] as ['$initial'], priority: 2 },
  { name: 'curve', test: /src\/panels\/curve\/panel/, priority: 1 },
  {
    name: 'screen',
    test: /src\/(page\/(head|notices|printed|milestones|verdict-line|figure-notes|saving\/drop-target)\.|controls\/presets|panels\/(curve\/row|spectrum\/panel|training\/panel|images\/one-image|tiles\/hero-tiles)|story\/colophon|store\/(asked|margins)-control)/,
  },
];

/** Tests that put modules in the place of others, and so share none. */
const mocking = [
  'src/images/third-source.test.ts',
  'src/share/recording.test.ts',
  'src/spectrum/singular-values.test.ts',
  'src/store/language.test.ts',
];

export default defineConfig({
  // Relative, so that the built folder works from any path of any static host.
  base: './',
  plugins: [
    react(),
    pdfInParts(),
    {
      name: 'host',
      apply: 'build',
      transformIndexHtml: {
        order: 'post',
        async handler(html) {
          // Through tsx, as it reads the catalogue, whose imports Node alone would not find.
          const { withOpening, withScriptsLast }: typeof import('./scripts/host/opening.ts') = await tsImport(
            './scripts/host/opening.ts',
            import.meta.url,
          );
          return withPolicy(withAddress(withScriptsLast(withOpening(html)), process.env['PAGE_URL']), folderPolicy);
        },
      },
    },
  ],
  worker: { format: 'es', plugins: () => [inlinedCodecs()], rolldownOptions: tfjsInParts },
  build: {
    target: 'es2022',
    sourcemap: false,
    // What the page is built of travels with its terms.
    license: { fileName: 'licences/packages.md' },
    rolldownOptions: { output: { codeSplitting: { groups: scripts } } },
    modulePreload: {
      // Without preloading, browsers that know no modulepreload load the same files, a little later.
      polyfill: false,
      // Parts that come later ask for their own scripts; a link for each beforehand costs more of the main thread than it gains.
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((file) => file.endsWith('.css')),
    },
  },
  // Left to itself Vitest keeps a processor free, which on two leaves one. The limits are for what hangs: a whole run takes
  // seconds, and ten times that on a machine that is busy with others.
  test: {
    testTimeout: 240_000,
    hookTimeout: 240_000,
    maxWorkers: '100%',
    // Files share what they import, which takes longer than most of them do; what a test changes of it, it puts back.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['src/**/*.test.ts', 'cli/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: mocking,
          setupFiles: ['src/store/testing-setup.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'mocking', include: mocking, isolate: true, setupFiles: ['src/store/testing-setup.ts'] },
      },
      {
        // Components, in jsdom: see src/ui/testing/render.tsx.
        extends: true,
        test: {
          name: 'components',
          include: ['src/**/*.test.tsx', 'scripts/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['src/store/testing-setup.ts', 'src/ui/testing/setup.ts'],
        },
      },
    ],
  },
});
