import { finished, read } from './page';
import { expect, test } from './test';

test.use({
  launchOptions: {
    ...(process.env['CHROMIUM'] ? { executablePath: process.env['CHROMIUM'] } : {}),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-gpu',
      '--disable-3d-apis',
      '--disable-software-rasterizer',
    ],
  },
});

test('without WebGL the page says so and trains on WebAssembly', async ({ page }) => {
  await page.goto('./#backend=webgl&n=40&m=8&steps=20');
  await expect(page.locator('.notices')).toContainText(/WebGL.*WebAssembly/);
  await finished(page);
  expect((await read(page)).backend).toContain('WebAssembly');
});
