import { pathToFileURL } from 'node:url';
import { type Page } from '@playwright/test';
import { finished, outcome, read, watchErrors } from './page';
import { dist } from './static-server';
import { expect, test } from './test';

/* The page as one file, opened from a disk. */
const file = pathToFileURL(`${dist}rank-under-noise.html`).href;

/** All that the page asks for, but itself and what it holds. */
function watchRequests(page: Page): string[] {
  const requests: string[] = [];
  page.context().on('request', (request) => {
    const url = request.url();
    if (url.split('#')[0] !== file && !/^(?:blob|data):/.test(url)) requests.push(url);
  });
  return requests;
}

test('shows the claim, asks nobody for anything, and keeps its link in the address', async ({ page }) => {
  const errors = watchErrors(page),
    requests = watchRequests(page);
  await page.goto(file);
  await finished(page);
  const seen = await read(page);
  expect(seen.backend).toContain('WebAssembly');
  expect(seen.clean).toBeCloseTo(6, 6);
  expect(seen.data).toBeGreaterThan(38);
  expect(seen.data).toBeLessThan(44);
  expect(seen.filters).toBeGreaterThan(3.5);
  expect(seen.filters).toBeLessThan(6);
  expect(seen.signalShare).toBeGreaterThanOrEqual(0.99);
  expect(seen.testAccuracy).toBe(1);
  // What the folder loads later.
  await page.locator('[data-panel="sweep"]').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-panel="sweep"]').getByRole('button', { name: /^Draw/ })).toBeVisible();
  await page.getByRole('slider', { name: /noise/i }).first().press('ArrowRight');
  await expect(page).toHaveURL(/^file:.*#.*sigma=0\.2\d/);
  expect(requests).toEqual([]);
  expect(errors).toEqual([]);
});

test('shows what the hosted page shows, digit for digit', async ({ page }) => {
  const link = '#sigma=0.4&n=40&m=8&steps=40&backend=wasm';
  await page.goto(`${file}${link}`);
  await finished(page);
  const alone = await read(page);
  await page.goto(`./${link}`);
  await finished(page);
  await expect.poll(() => read(page)).toEqual(alone);
});

test('trains with WebGL too, which it holds', async ({ page }) => {
  const errors = watchErrors(page),
    requests = watchRequests(page);
  await page.goto(`${file}#backend=webgl&n=40&m=8&steps=20`);
  await finished(page);
  expect((await read(page)).backend).toContain('GPU (WebGL)');
  expect(requests).toEqual([]);
  expect(errors).toEqual([]);
});

test('says that it holds no digits, and what to do instead', async ({ page }) => {
  const requests = watchRequests(page);
  await page.goto(`${file}#data=mnist`);
  await expect(outcome(page)).toContainText('MNIST digit 0 is not in this file');
  await expect(outcome(page)).toContainText('Choose synthetic images');
  await page.goto(`${file}#n=40&m=8&steps=20`);
  await finished(page);
  expect(requests).toEqual([]);
});
