import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { folderPolicy, withPolicy } from './scripts/host/policy.ts';

export default defineConfig({
  // Relative, so that the built folder works from any path of any static host.
  base: './',
  plugins: [
    react(),
    { name: 'content security policy', apply: 'build', transformIndexHtml: (html) => withPolicy(html, folderPolicy) },
  ],
  worker: { format: 'es' },
  // Without preloading, browsers that know no modulepreload load the same files, a little later.
  build: { target: 'es2022', sourcemap: false, modulePreload: { polyfill: false } },
  test: { include: ['src/**/*.test.{ts,tsx}', 'cli/**/*.test.ts', 'scripts/**/*.test.ts'], testTimeout: 60_000 },
});
