import type { LaunchOptions } from '@playwright/test';
import { finished, read } from './page';
import { expect, test } from './test';

/** How a browser is told to have none; WebKit cannot be. */
const without: Readonly<Record<string, LaunchOptions>> = {
  chromium: {
    ...(process.env['CHROMIUM'] ? { executablePath: process.env['CHROMIUM'] } : {}),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-gpu',
      '--disable-3d-apis',
      '--disable-software-rasterizer',
    ],
  },
  firefox: { firefoxUserPrefs: { 'webgl.disabled': true } },
};
test.use({ launchOptions: async ({ browserName }, hand) => hand(without[browserName] ?? {}) });
test.skip(({ browserName }) => without[browserName] === undefined, 'it has WebGL always');

test('without WebGL the page says so and trains on WebAssembly', async ({ page }) => {
  await page.goto('./#backend=webgl&n=40&m=8&steps=20');
  await expect(page.locator('.notices')).toContainText(/WebGL.*WebAssembly/);
  await finished(page);
  expect((await read(page)).backend).toContain('WebAssembly');
});
