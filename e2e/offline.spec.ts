import { cp, readFile, writeFile } from 'node:fs/promises';
import { type Page } from '@playwright/test';
import { writeServiceWorker } from '../scripts/build-sw';
import { finished, hasWebGL, read, watchErrors } from './page';
import { dist, serveFolder, type StaticServer } from './static-server';
import { expect, test } from './test';

/* The page as an app that was visited once: from under a path of a plain host that is then taken away. */
test.use({ serviceWorkers: 'allow', apart: true });

let host: StaticServer;
test.afterEach(() => host.close());

async function visit(page: Page, folder: string): Promise<void> {
  host = await serveFolder(folder, '/lectures/rank/');
  await page.goto(`${host.url}#n=40&m=8&steps=20`);
  await finished(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

async function versions(page: Page): Promise<string[]> {
  return page.evaluate(() => caches.keys());
}

test('a page that was visited once can be installed, and works without a network, parts that it never showed included', async ({
  page,
  context,
  browserName,
}) => {
  await visit(page, dist);
  const seen = await read(page);
  // Nothing is missing of what is to be kept; the manifest has no errors, and its icons are there.
  expect(host.missing).toEqual([]);
  expect(host.asked.filter((name) => name.startsWith('outside'))).toEqual([]);
  expect(host.asked).toContain('mnist/digit-9.bin');
  // The others do not tell what they make of a manifest.
  if (browserName === 'chromium') {
    const session = await context.newCDPSession(page);
    const { errors: faults, url, data } = await session.send('Page.getAppManifest');
    expect(faults).toEqual([]);
    expect(url).toBe(`${host.url}manifest.webmanifest`);
    for (const { src } of (JSON.parse(data!) as { icons: { src: string }[] }).icons)
      expect((await page.request.get(new URL(src, url).href)).status(), src).toBe(200);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  }
  await host.close();
  await context.setOffline(true);
  const errors = watchErrors(page);

  await page.reload();
  await finished(page);
  expect(await read(page)).toEqual(seen);
  await page.locator('[data-panel="sweep"]').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-panel="sweep"]').getByRole('button', { name: /^Draw/ })).toBeVisible();

  // Neither digits nor tfjs were loaded before.
  await page.goto(`${host.url}?embed=1#data=mnist&pair=3-8&n=40&m=8&steps=10`);
  await finished(page);
  await page.goto(`${host.url}index.html#backend=webgl&n=40&m=8&steps=10`);
  await finished(page);
  if (await hasWebGL(page)) expect((await read(page)).backend).toContain('GPU (WebGL)');
  expect(errors).toEqual([]);
});

test('a network that does not answer is not waited for', async ({ page }) => {
  await visit(page, dist);
  host.hold();
  await page.reload({ timeout: 60_000 });
  await finished(page);
});

test('a newer page shows at the next load, and takes the place of the older one once that is closed', async ({
  page,
  context,
}, info) => {
  const folder = `${info.outputPath('site')}/`;
  await cp(dist, folder, { recursive: true });
  await visit(page, folder);
  const [older, ...others] = await versions(page);
  expect(others).toEqual([]);

  const html = await readFile(`${folder}index.html`, 'utf8');
  await writeFile(`${folder}index.html`, html.replace('<html ', '<html data-build="newer" '));
  writeServiceWorker(folder);
  let loads = 0;
  page.on('load', () => (loads += 1));
  await page.reload();
  const newer = (shown: Page) => expect(shown.locator('html')).toHaveAttribute('data-build', 'newer');
  await newer(page);
  await expect.poll(() => versions(page)).toHaveLength(2);
  await finished(page);
  expect(loads).toBe(1);

  await page.close();
  // Beside the page's folder: a visit of the page itself would keep the older version in use.
  const again = await context.newPage();
  await again.goto(new URL('/', host.url).href);
  await expect.poll(() => versions(again)).not.toContain(older);
  await again.goto(`${host.url}#n=40&m=8&steps=20`);
  await finished(again);
  await host.close();
  await again.reload();
  await newer(again);
  await finished(again);
});

test('a page in a frame keeps nothing', async ({ page }) => {
  await page.clock.install();
  host = await serveFolder(dist, '/lectures/rank/');
  await page.route('**/slides.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<iframe src="./?embed=1#n=40&m=8&steps=20" width="900" height="600"></iframe>',
    }),
  );
  await page.goto(`${host.url}slides.html`);
  await expect(page.frameLocator('iframe').locator('.status .outcome')).toContainText('Finished');
  // A page of its own asks when it is idle, or after five seconds.
  await page.clock.fastForward(10_000);
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then(({ length }) => length))).toBe(0);
  expect(host.asked).not.toContain('sw.js');
});
