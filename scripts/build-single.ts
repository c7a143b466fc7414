/**
 * Builds the page once more, as one HTML file that runs from a disk without a network: dist/rank-under-noise.html.
 * `--mnist 0-1` puts these digits into it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build, type Rolldown } from 'vite';
import { digitsAsked } from './host/digits';
import { inlinedCodecs } from './host/inlined-codecs';
import { linkedFiles } from './host/linked-files';
import { inlinePage } from './host/single-page';
import { pdfInParts } from './host/pdf-in-parts';
import { standIns } from './host/stand-ins';
import { tfjsInParts } from './host/tfjs-parts';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = `${root}dist/rank-under-noise.html`;
// Their licence asks that it travels with them.
const credit =
  'Holds images of MNIST by Yann LeCun, Corinna Cortes and Christopher J.C. Burges, CC BY-SA 3.0, https://creativecommons.org/licenses/by-sa/3.0/; each digit repacked, its first 500 training and 200 test images.';

/** @param digits of MNIST that the file is to hold. */
async function bundle(digits: readonly number[]): Promise<{ script: string; style: string }> {
  const packs = digits.map((digit) => [
    digit,
    readFileSync(`${root}public/mnist/digit-${digit}.bin`).toString('base64'),
  ]);
  const built = await build({
    configFile: false,
    root,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [standIns(), pdfInParts(), react(), linkedFiles(`${root}public/`, { 'reproduce.py': 'text/x-python' })],
    define: { mnistInFile: JSON.stringify(Object.fromEntries(packs)) },
    // Classic, as not every browser takes modules from a worker's text.
    worker: {
      format: 'iife',
      plugins: () => [standIns(), inlinedCodecs()],
      rolldownOptions: { ...tfjsInParts, output: { codeSplitting: false } },
    },
    build: {
      target: 'es2022',
      write: false,
      modulePreload: false,
      assetsInlineLimit: Infinity,
      cssCodeSplit: false,
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: { input: `${root}src/main.tsx`, output: { codeSplitting: false } },
    },
  });
  const { output } = built as Rolldown.RolldownOutput;
  const scripts = output.filter((file) => file.type === 'chunk');
  const styles = output.filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
  const [script] = scripts;
  if (!script || scripts.length + styles.length !== output.length || scripts.length > 1) {
    throw new Error(`the single file would fall into several: ${output.map(({ fileName }) => fileName).join(', ')}`);
  }
  return { script: script.code, style: styles.map((file) => String((file as Rolldown.OutputAsset).source)).join('\n') };
}

try {
  const digits = digitsAsked(process.argv.slice(2));
  const { script, style } = await bundle(digits);
  const page = inlinePage(readFileSync(`${root}index.html`, 'utf8'), {
    script,
    style,
    icon: readFileSync(`${root}public/icon.svg`, 'utf8'),
  });
  const html = digits.length > 0 ? page.replace('</head>', `  <!-- ${credit} -->\n  </head>`) : page;
  mkdirSync(`${root}dist`, { recursive: true });
  writeFileSync(target, html);
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
  const mnist =
    digits.length > 0 ? `with MNIST ${digits.join(', ')}` : 'without MNIST (npm run single -- --mnist 0-1 adds digits)';
  console.log(
    `dist/rank-under-noise.html: ${kb(Buffer.byteLength(html))}, ${kb(gzipSync(html, { level: 9 }).length)} gzip, ${mnist}`,
  );
} catch (error) {
  console.error(`The single file could not be built: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
