import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { serveSite } from '../browser';
import { align } from '../report/text';
import { makeBatch, makePhotographs } from './files';
import { privateMegabytes } from './memory';

/** What reading may cost: memory beyond the page's own, and how long the page may not answer. */
const mostMegabytes = 1200,
  longestGap = 200;

interface Row {
  readonly what: string;
  readonly seconds: number;
  /** Beyond what the browser held before, at most. */
  readonly megabytes: number;
  /** Longest time between two ticks of the page's main thread, in ms. */
  readonly gap: number;
}

/**
 * Reads a folder of phone photographs and a large CIFAR batch on the built page, and watches its memory and its main thread.
 * @returns the exit code: 1 where either was beyond what it may be.
 */
export async function main(given: readonly string[], executablePath: string | null): Promise<number> {
  const { values } = parseArgs({
    args: [...given],
    options: { photographs: { type: 'string', default: '300' }, megabytes: { type: 'string', default: '170' } },
  });
  const perClass = Number(values.photographs),
    megabytes = Number(values.megabytes);
  const folder = mkdtempSync(join(tmpdir(), 'own-images-'));
  const site = await serveSite();
  const browser = await chromium.launchServer({
    args: ['--no-sandbox', '--disable-background-networking'],
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    const pid = browser.process().pid!;
    const context = await (await chromium.connect(browser.wsEndpoint())).newContext();
    await context.addInitScript('globalThis.__name = (value) => value;');
    const page = await context.newPage();
    const bytes = await makePhotographs(page, join(folder, 'pets'), perClass);
    makeBatch(join(folder, 'data_batch_1.bin'), megabytes);
    const rows = [
      await measure(page, `${site.url}#autoplay=0`, pid, {
        what: `${2 * perClass} photographs of 12 megapixels, ${Math.round(bytes / 1e6)} MB`,
        button: 'Choose a folder …',
        path: join(folder, 'pets'),
      }),
      await measure(page, `${site.url}#autoplay=0`, pid, {
        what: `CIFAR batch of ${megabytes} MB`,
        button: 'Choose files or a ZIP …',
        path: join(folder, 'data_batch_1.bin'),
      }),
    ];
    console.log(align(['read', 'seconds', 'MB at most', 'longest gap, ms'], rows.map(cells)));
    return rows.every(({ megabytes: most, gap }) => most <= mostMegabytes && gap <= longestGap) ? 0 : 1;
  } finally {
    await browser.close();
    await site.close();
    rmSync(folder, { recursive: true });
  }
}

const cells = ({ what, seconds, megabytes, gap }: Row) => [
  what,
  seconds.toFixed(1),
  megabytes.toFixed(0),
  gap.toFixed(0),
];

/** Chooses a file or folder in the dialog, until its classes can be chosen. */
async function measure(
  page: Page,
  url: string,
  pid: number,
  { what, button, path }: { what: string; button: string; path: string },
): Promise<Row> {
  await page.goto('about:blank');
  await page.goto(url);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: 'Your own images …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your own images' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: button }).click();
  const chosen = await chooser;
  await page.evaluate(() => {
    const ticks = globalThis as unknown as { longest: number };
    let last = performance.now();
    ticks.longest = 0;
    setInterval(() => {
      const now = performance.now();
      ticks.longest = Math.max(ticks.longest, now - last);
      last = now;
    }, 10);
  });
  const before = privateMegabytes(pid);
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, privateMegabytes(pid))), 100);
  const began = performance.now();
  await chosen.setFiles(path);
  await dialog.getByRole('button', { name: 'Train on them' }).waitFor({ timeout: 3_600_000 });
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  const gap = await page.evaluate(() => (globalThis as unknown as { longest: number }).longest);
  return { what, seconds, megabytes: most - before, gap };
}
