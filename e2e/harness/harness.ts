import { fileURLToPath } from 'node:url';
import type { Page, Route } from '@playwright/test';
import { build } from 'vite';
import { tfjsInParts } from '../../scripts/host/tfjs-parts';
import type { Checks } from './checks';
import type { Answer, HarnessPage, Thread } from './main';

type Files = ReadonlyMap<string, string | Uint8Array>;

/** Asks for one check. */
export type Check = <Name extends keyof Checks>(
  name: Name,
  given: Parameters<Checks[Name]>[0],
  thread?: Thread,
) => Promise<Answer<Name>>;

/** Bundles the harness as the page is bundled, in memory: nothing of it can end up in what is published. */
export async function buildHarness(): Promise<Files> {
  const built = await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: './',
    logLevel: 'error',
    worker: { format: 'es', rolldownOptions: tfjsInParts },
    build: { target: 'es2022', write: false, minify: false, chunkSizeWarningLimit: 8000, rolldownOptions: tfjsInParts },
  });
  if (!('output' in built)) throw new Error('one build was asked for');
  return new Map(built.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
}

/** Opens the harness beside the page under test, which serves the digits. */
export async function openHarness(page: Page, files: Files): Promise<Check> {
  await page.route('**/harness/**', (route) => serve(route, files));
  await page.goto('./harness/index.html');
  await page.waitForFunction(() => 'check' in globalThis);
  return (name, given, thread = 'worker') =>
    page.evaluate(
      ([where, what, params]) => (globalThis as unknown as HarnessPage).check(where, what, params as never),
      [thread, name, given] as const,
    ) as never;
}

const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript' };

function serve(route: Route, files: Files): Promise<void> {
  const name = new URL(route.request().url()).pathname.split('/harness/')[1] ?? '';
  const body = files.get(name);
  if (body === undefined) return route.fulfill({ status: 404 });
  return route.fulfill({
    contentType: types[name.split('.').at(-1)!] ?? 'application/octet-stream',
    body: Buffer.from(body as string),
  });
}
