import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The bench page: the project's own training code and its peers, built as the real page is. */
export default defineConfig({
  root: fileURLToPath(new URL('./page', import.meta.url)),
  base: './',
  worker: { format: 'es' },
  logLevel: 'error',
  build: {
    target: 'es2022',
    outDir: fileURLToPath(new URL('./.dist', import.meta.url)),
    emptyOutDir: true,
    chunkSizeWarningLimit: 4000,
  },
});
