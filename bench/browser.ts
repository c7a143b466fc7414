import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import type { BenchPage, Calls, Method } from './page/calls';

const root = fileURLToPath(new URL('..', import.meta.url));
const bench = fileURLToPath(new URL('.', import.meta.url));

const args = ['--no-sandbox', '--disable-background-networking'];
/** As in the end-to-end tests: WebGL in software where there is no GPU, and it may be used. */
const softwareGl = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/**
 * @param gl with WebGL, for the bench page. The real page is measured without these flags, as browsers run on machines
 * that have no GPU: with them Chromium also paints through the emulated GL, at a third of the frames.
 */
export function launch(executablePath: string | null, gl: boolean): Promise<Browser> {
  return chromium.launch({ args: gl ? [...args, ...softwareGl] : args, ...(executablePath ? { executablePath } : {}) });
}

/** A new profile with nothing cached. */
export async function newProfile(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  // Functions that are sent to the page have passed through tsx, which wraps the named ones among them in this.
  await context.addInitScript('globalThis.__name = (value) => value;');
  return context;
}

/** Serves a built folder from a free port. */
async function serve(configFile: string, folder: string): Promise<{ url: string; close(): Promise<void> }> {
  const server = await preview({
    root: folder,
    configFile,
    logLevel: 'error',
    preview: { port: 4800, strictPort: false, host: 'localhost' },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the preview server has no address');
  return { url, close: () => server.close() };
}

/** Builds and serves the bench page. */
export async function serveBench() {
  await build({ configFile: `${bench}vite.config.ts` });
  return serve(`${bench}vite.config.ts`, `${bench}page`);
}

/** Serves the page that `npm run build` made. */
export async function serveSite() {
  if (!existsSync(`${root}dist/index.html`)) throw new Error('There is no built page: run `npm run build` first.');
  return serve(`${root}vite.config.ts`, root);
}

export async function openBench(browser: Browser, url: string): Promise<Page> {
  const page = await (await newProfile(browser)).newPage();
  page.on('pageerror', (error) => console.error(`bench page: ${error.message}`));
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in globalThis);
  return page;
}

/** Asks one worker of the bench page. */
export function callBench<M extends Method>(
  page: Page,
  worker: string,
  method: M,
  params: Calls[M]['params'],
): Promise<Calls[M]['result']> {
  return page.evaluate(
    ([name, asked, given]) =>
      (globalThis as unknown as { bench: BenchPage }).bench.call(name, asked as never, given as never),
    [worker, method, params] as const,
  ) as Promise<Calls[M]['result']>;
}
