import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type KeyInput } from 'puppeteer-core';
import { openDisplay } from './display';
import type { Engine } from './engine';

/** Firefox as Debian packs it, over WebDriver BiDi; `FIREFOX` names another. Playwright speaks to builds of its own only. */
export async function openFirefox(): Promise<Engine> {
  const display = await openDisplay();
  const saved = await mkdtemp(join(tmpdir(), 'saved-'));
  const browser = await launch({
    browser: 'firefox',
    executablePath: process.env['FIREFOX'] ?? '/usr/bin/firefox-esr',
    headless: true,
    defaultViewport: { width: 1280, height: 800 },
    env: { ...process.env, DISPLAY: display.name },
    downloadBehavior: { policy: 'allow', downloadPath: saved },
    extraPrefsFirefox: {
      'webgl.force-enabled': true,
      'browser.download.folderList': 2,
      'browser.download.dir': saved,
      'browser.download.useDownloadDir': true,
    },
  });
  const [page = await browser.newPage()] = await browser.pages();
  page.setDefaultTimeout(30_000);
  await page.setViewport({ width: 1280, height: 800 });
  return {
    version: (await browser.version()).replace('/', ' '),
    saved,
    async open(url) {
      await page.goto('about:blank');
      await page.goto(url);
    },
    evaluate: ((act: () => unknown, ...given: never[]) => page.evaluate(act, ...given)) as Engine['evaluate'],
    click: (selector) => page.click(selector),
    press: (key) => page.keyboard.press(key as KeyInput),
    print: () => page.pdf({ format: 'A4', printBackground: true }),
    async close() {
      await browser.close();
      display.close();
      await rm(saved, { recursive: true, force: true });
    },
  };
}
