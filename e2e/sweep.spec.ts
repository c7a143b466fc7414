import { type Page } from '@playwright/test';
import { finished, openFinished, read, slider, watchErrors } from './page';
import { expect, test } from './test';

const sweep = (page: Page) => page.locator('[data-panel="sweep"]');
const points = (page: Page) => sweep(page).locator('.point-grid button');
const numbers = (text: string) => [...text.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);

test('the sweep at the default experiment: the data’s rank climbs, the filters’ stays, until noise wins; a point opens its run', async ({
  page,
}) => {
  const errors = watchErrors(page);
  await openFinished(page, '');
  await sweep(page).scrollIntoViewIfNeeded();
  await sweep(page)
    .getByRole('button', { name: /^Draw the curve/ })
    .click();
  await expect(sweep(page).getByRole('status')).toContainText('12 runs made', { timeout: 50_000 });
  await expect(points(page)).toHaveCount(12);
  const measured = (await points(page).allTextContents()).map((text) => {
    const [sigma, data, filters, accuracy] = numbers(text);
    return { sigma: sigma!, data: data!, filters: filters!, accuracy: accuracy! };
  });
  expect(measured[0]!.data).toBe(6);
  expect(measured[0]!.sigma).toBe(0);
  const low = measured.filter(({ sigma }) => sigma <= 0.5 * 0.4275);
  expect(low.length).toBeGreaterThanOrEqual(3);
  for (const { filters } of low) expect(Math.abs(filters / measured[0]!.filters - 1)).toBeLessThan(0.15);
  expect(low.at(-1)!.data).toBeGreaterThan(5 * measured[0]!.data);
  const high = measured.filter(({ sigma }) => sigma > 1.3 * 0.4275);
  expect(high.length).toBeGreaterThan(0);
  for (const { accuracy } of high) expect(Math.abs(accuracy - 0.5)).toBeLessThan(0.1);

  // By keys; the run measures what the sweep did, and makes nothing stale.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await points(page).first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  const [sigma, data, filters] = numbers((await page.locator('.point-grid button:focus').textContent())!);
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).hash).toContain(`sigma=${sigma}`);
  await finished(page);
  await expect.poll(async () => (await read(page)).data).toBeCloseTo(data!, 1);
  expect((await read(page)).filters).toBeCloseTo(filters!, 1);
  await expect(sweep(page).locator('.stale-note')).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('results stay when other things change, are marked stale, and survive a reload', async ({ page }) => {
  await openFinished(page, '#n=24&m=4&steps=10&levels=4');
  const kept = () =>
    page.evaluate(() => {
      const { sweep } = JSON.parse(localStorage.getItem('rank-under-noise: sweeps') ?? '{}');
      return (sweep?.results as unknown[] | undefined)?.filter(Boolean).length;
    });
  await sweep(page).scrollIntoViewIfNeeded();
  await sweep(page).getByRole('button', { name: /^Draw/ }).click();
  await expect(sweep(page).getByRole('status')).toContainText('4 runs made', { timeout: 50_000 });
  const before = await points(page).allTextContents();
  await slider(page, /Width/).focus();
  await page.keyboard.press('ArrowRight');
  // A reload opens what the address says by then.
  await expect(page).toHaveURL(/m=(?!4&)/);
  await finished(page);
  await sweep(page).scrollIntoViewIfNeeded();
  await expect(sweep(page).locator('.stale-note')).toBeVisible();
  expect(await points(page).allTextContents()).toEqual(before);
  // Written at most once a second.
  await expect.poll(kept).toBe(4);
  await page.reload();
  await finished(page);
  await sweep(page).scrollIntoViewIfNeeded();
  await expect(sweep(page).locator('.stale-note')).toBeVisible();
  expect(await points(page).allTextContents()).toEqual(before);
  await slider(page, /Width/).focus();
  await page.keyboard.press('ArrowLeft');
  await sweep(page).scrollIntoViewIfNeeded();
  await expect(sweep(page).locator('.stale-note')).toHaveCount(0);
});
