/**
 * Takes the pictures of the page for its documentation: docs/screens/ and docs/screenshot.png. Run when the page's looks
 * change. `CHROMIUM` names a browser on the system.
 *
 *     npm run screenshots [-- FOLDER]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { scrollThrough } from '../e2e/page';
import { withBuiltPage } from './built-page';

const docs = fileURLToPath(new URL('../docs/', import.meta.url));
const folder = `${process.argv[2] ?? `${docs}screens`}/`;
/** Bytes, of all pictures together. */
const most = 1_500_000;
const jpeg = { type: 'jpeg', quality: 60 } as const;

interface Shot {
  readonly name: string;
  readonly link?: string;
  readonly size?: readonly [width: number, height: number];
  readonly context?: BrowserContextOptions;
  /** Before the picture is taken. */
  prepare?(page: Page): Promise<unknown>;
  /** Of the same page, afterwards. */
  more?(page: Page): Promise<unknown>;
}

const chinese = (spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout ?? '').trim() !== '';

const shots: readonly Shot[] = [
  {
    name: 'light',
    more: process.argv[2]
      ? takeParts
      : (page) => page.screenshot({ path: `${docs}screenshot.png` }).then(() => takeParts(page)),
  },
  { name: 'dark', link: '#theme=dark' },
  { name: 'projector', link: '#theme=projector' },
  { name: 'phone', size: [390, 844], context: { isMobile: true, hasTouch: true } },
  { name: 'embed', link: '#embed=1', size: [960, 540] },
  // The first two sheets of A4.
  { name: 'print', size: [794, 2246], prepare: (page) => page.emulateMedia({ media: 'print' }) },
  { name: 'tour', link: '#tour=ignore' },
  ...(chinese ? [{ name: 'chinese', link: '#lang=zh', context: { locale: 'zh-CN' } }] : []),
];

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await withBuiltPage(async (browser, url) => {
  for (const {
    name,
    link = '#theme=light',
    size: [width, height] = [1280, 800],
    context = {},
    prepare,
    more,
  } of shots) {
    const page = await browser.newPage({
      viewport: { width, height },
      locale: 'en',
      reducedMotion: 'reduce',
      ...context,
    });
    await page.goto(url + link);
    // On a phone the transport is folded away; a click by script finds it all the same.
    if (!link.includes('tour')) await page.locator('.transport .primary').dispatchEvent('click');
    await page
      .locator('.milestones')
      .filter({ hasText: /Finished|diverged|完成/ })
      .waitFor({ timeout: 60_000 });
    await page.waitForTimeout(2000);
    await prepare?.(page);
    await page.waitForTimeout(1000);
    keep(name, await page.screenshot(jpeg));
    await more?.(page);
    await page.close();
  }
});
if (!chinese) console.log('chinese: left out, as no font on this machine has Chinese characters (fc-list :lang=zh)');
const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(folder + file).size, 0);
console.log(`${folder}: ${(bytes / 1000).toFixed(0)} kB`);
if (bytes > most) throw new Error(`The pictures are larger than ${most / 1000} kB together.`);

/** Every part of the story alone, with its panels. */
async function takeParts(page: Page): Promise<void> {
  await scrollThrough(page);
  for (const part of await page.locator('.part').all()) {
    await part.scrollIntoViewIfNeeded();
    await page.waitForTimeout(1000);
    keep(`section-${await part.locator('[data-story]').getAttribute('data-story')}`, await part.screenshot(jpeg));
  }
}

function keep(name: string, picture: Buffer): void {
  writeFileSync(`${folder}${name}.jpg`, picture);
  console.log(`${name}.jpg: ${(picture.length / 1000).toFixed(0)} kB`);
}
