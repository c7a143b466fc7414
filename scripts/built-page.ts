import { chromium, type Browser } from '@playwright/test';
import { dist, serveFolder } from '../e2e/static-server';

/** Serves the built page to a browser, for pictures of it. `CHROMIUM` in the environment names one on the system. */
export async function withBuiltPage(act: (browser: Browser, url: string) => Promise<void>): Promise<void> {
  const site = await serveFolder(dist);
  const { CHROMIUM: executablePath } = process.env;
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu-compositing'],
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    await act(browser, site.url);
  } finally {
    await browser.close();
    await site.close();
  }
}
