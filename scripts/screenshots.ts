/**
 * Takes the pictures of the page for its documentation: docs/screens/ and docs/screenshot.png. Run when the page's looks
 * change. `CHROMIUM` names a browser on the system.
 *
 *     npm run screenshots [-- FOLDER]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContextOptions, type Page } from '@playwright/test';
import { dist, serveFolder } from '../e2e/static-server';

const docs = fileURLToPath(new URL('../docs/', import.meta.url));
const folder = `${process.argv[2] ?? `${docs}screens`}/`;
/** Bytes, of all pictures together. */
const most = 1_500_000;

interface Shot {
  readonly name: string;
  readonly link?: string;
  readonly size?: readonly [width: number, height: number];
  readonly context?: BrowserContextOptions;
  /** Before the picture is taken. */
  prepare?(page: Page): Promise<unknown>;
  /** A part of the page to take alone. */
  readonly part?: string;
}

const sections = ['rank', 'noise', 'network', 'winner', 'race', 'limit', 'digits', 'paper', 'added'];
const chinese = (spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout ?? '').trim() !== '';

const shots: readonly Shot[] = [
  { name: 'light' },
  { name: 'dark', link: '#theme=dark' },
  { name: 'projector', link: '#theme=projector' },
  { name: 'phone', size: [390, 844], context: { isMobile: true, hasTouch: true } },
  { name: 'embed', link: '#embed=1', size: [960, 540] },
  // The first two sheets of A4.
  { name: 'print', size: [794, 2246], prepare: (page) => page.emulateMedia({ media: 'print' }) },
  { name: 'tour', link: '#tour=ignore' },
  ...(chinese ? [{ name: 'chinese', link: '#lang=zh', context: { locale: 'zh-CN' } }] : []),
  ...sections.map((section): Shot => ({ name: `section-${section}`, part: `.part:has([data-story="${section}"])` })),
];

const site = await serveFolder(dist);
const { CHROMIUM: executablePath } = process.env;
const browser = await chromium.launch({ args: ['--no-sandbox', '--disable-gpu-compositing'], ...(executablePath ? { executablePath } : {}) });
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
try {
  for (const shot of shots) await take(shot);
} finally {
  await browser.close();
  await site.close();
}
if (!chinese) console.log('chinese: left out, as no font on this machine has Chinese characters (fc-list :lang=zh)');
const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(folder + file).size, 0);
console.log(`${folder}: ${(bytes / 1000).toFixed(0)} kB`);
if (bytes > most) throw new Error(`The pictures are larger than ${most / 1000} kB together.`);

async function take({ name, link = '#theme=light', size: [width, height] = [1280, 800], context = {}, prepare, part }: Shot): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height }, locale: 'en', reducedMotion: 'reduce', ...context });
  await page.goto(site.url + link);
  if (!link.includes('tour')) await page.locator('.transport .primary').click();
  await page.locator('.milestones').filter({ hasText: /Finished|diverged|完成/ }).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(2000);
  if (part) await wake(page);
  await prepare?.(page);
  await page.waitForTimeout(1000);
  const options = { type: 'jpeg', quality: 60 } as const;
  const picture = part ? await page.locator(part).screenshot(options) : await page.screenshot(options);
  writeFileSync(`${folder}${name}.jpg`, picture);
  if (name === 'light' && !process.argv[2]) await page.screenshot({ path: `${docs}screenshot.png` });
  console.log(`${name}.jpg: ${(picture.length / 1000).toFixed(0)} kB`);
  await page.close();
}

/** Shows every part once, as charts are drawn when they are first seen. */
async function wake(page: Page): Promise<void> {
  for (const part of await page.locator('[data-panel], .part').all()) {
    await part.scrollIntoViewIfNeeded();
    await page.waitForTimeout(200);
  }
  await page.evaluate(() => window.scrollTo(0, 0));
}
