import { type Page } from '@playwright/test';
import { finished, openFinished, read, slider, watchErrors } from './page';
import { expect, test } from './test';

const sweep = (page: Page) => page.locator('[data-panel="sweep"]');
const points = (page: Page) => sweep(page).locator('.point-grid button');
const numbers = (text: string) => [...text.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);

// What the sweep of the default experiment comes to is proved over seeds, in scripts/evidence/claims.ts.
test('a point of a sweep opens its run; results stay when other things change, are marked stale, and survive a reload', async ({
  page,
}) => {
  const errors = watchErrors(page);
  await openFinished(page, '#n=24&m=4&steps=10&levels=5');
  await sweep(page).scrollIntoViewIfNeeded();
  await sweep(page).getByRole('button', { name: /^Draw/ }).click();
  await expect(sweep(page).getByRole('status')).toContainText('5 runs made');
  await expect(points(page)).toHaveCount(5);
  const before = await points(page).allTextContents();
  expect(numbers(before[0]!)[0]).toBe(0);

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

  await slider(page, /Width/).focus();
  await page.keyboard.press('ArrowRight');
  // A reload opens what the address says by then.
  await expect(page).toHaveURL(/m=(?!4&)/);
  await finished(page);
  await sweep(page).scrollIntoViewIfNeeded();
  await expect(sweep(page).locator('.stale-note')).toBeVisible();
  await expect(points(page)).toHaveText(before);
  await expect(sweep(page)).toContainText('Kept on this device.');
  await page.reload();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await finished(page);
  await sweep(page).scrollIntoViewIfNeeded();
  await expect(sweep(page).locator('.stale-note')).toBeVisible();
  await expect(points(page)).toHaveText(before);
  await slider(page, /Width/).focus();
  await page.keyboard.press('ArrowLeft');
  await sweep(page).scrollIntoViewIfNeeded();
  await expect(sweep(page).locator('.stale-note')).toHaveCount(0);
  expect(errors).toEqual([]);
});
