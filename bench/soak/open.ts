import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { openDisplay } from '../../e2e/engines/display';
import type { BrowserName } from './arguments';
import { chromiumMeter } from './chromium-meter';
import { firefoxMeter } from './firefox-meter';
import type { Meter } from './measure';

/** A browser with the page's window in it. */
export interface Opened {
  readonly page: Page;
  readonly version: string;
  readonly meter: Meter;
  /** The same page as whoever comes anew finds it. */
  fresh(url: string): Promise<Page>;
  close(): Promise<void>;
}

const viewport = { width: 1280, height: 800 };
/** For machines that do much else, in ms. */
const patience = { timeout: 300_000, protocolTimeout: 300_000 };

/** As in the end-to-end tests: WebGL in software, and the page painted without it. */
const flags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
];

/** @param chromium path of one; null where none was found. */
export async function openBrowser(name: BrowserName, chromium: string | null): Promise<Opened> {
  const saved = await mkdtemp(join(tmpdir(), 'saved-'));
  const display = name === 'firefox' ? await openDisplay() : null;
  const browser =
    name === 'chromium'
      ? await launch({
          ...patience,
          args: flags,
          ...(chromium ? { executablePath: chromium } : { channel: 'chrome' as const }),
          headless: 'shell',
          defaultViewport: viewport,
          downloadBehavior: { policy: 'allow', downloadPath: saved },
        })
      : await launch({
          ...patience,
          browser: 'firefox',
          executablePath: process.env['FIREFOX'] ?? '/usr/bin/firefox-esr',
          headless: true,
          defaultViewport: viewport,
          // Its memory is told to its own windows alone.
          args: ['--remote-allow-system-access'],
          env: { ...process.env, DISPLAY: display!.name },
          downloadBehavior: { policy: 'allow', downloadPath: saved },
          extraPrefsFirefox: {
            'webgl.force-enabled': true,
            'browser.download.folderList': 2,
            'browser.download.dir': saved,
            'browser.download.useDownloadDir': true,
          },
        });
  const page = await newPage(browser);
  return {
    page,
    version: (await browser.version()).replace('/', ' '),
    meter: name === 'chromium' ? await chromiumMeter(page) : firefoxMeter(browser),
    async fresh(url) {
      const another = await newPage(browser);
      await another.goto(url);
      return another;
    },
    async close() {
      await browser.close();
      display?.close();
      await rm(saved, { recursive: true, force: true });
    },
  };
}

async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport(viewport);
  page.setDefaultTimeout(60_000);
  return page;
}
