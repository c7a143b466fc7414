import { expect, test } from '@playwright/test';
import { finished, openFinished, watchErrors } from './page';

test('every filter follows one signal vector, or noise beyond σ*, and can be picked by keys', async ({ page }) => {
  const errors = watchErrors(page);
  await openFinished(page, '');
  const tiles = page.locator('[data-panel="tiles"]');
  await tiles.scrollIntoViewIfNeeded();
  const filters = tiles.locator('.point-grid button');
  await expect(filters).toHaveCount(128);
  await expect(tiles).toContainText('Step 300');
  const texts = await filters.allTextContents();
  const following = texts.filter((text) => /Filter \d+ of class [+−]1 follows [uv][₁₂₃]\./.test(text));
  const idle = texts.filter((text) => text.includes('hardly grew'));
  expect(following.length).toBeGreaterThan(40);
  // Class +1 follows u, class −1 v: a filter that helps the other class would be taken down.
  expect(following.every((text) => /class \+1 follows u|class −1 follows v/.test(text))).toBe(true);
  expect(following.length + idle.length).toBeGreaterThan(120);
  await filters.nth(3).focus();
  await page.keyboard.press('Enter');
  const alignment = page.locator('[data-panel="alignment"]');
  await alignment.scrollIntoViewIfNeeded();
  await expect(alignment.locator('svg.chart')).toHaveAttribute('aria-label', 'Alignment of one filter during training');
  await expect(alignment.locator('.readout')).toContainText(/^Filter \d+ of class/);
  await alignment.getByRole('button', { name: 'Close' }).click();
  await expect(alignment.locator('svg.chart')).toHaveCount(0);

  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./#sigma=0.5');
  await finished(page);
  await tiles.scrollIntoViewIfNeeded();
  await expect
    .poll(
      async () => (await filters.allTextContents()).filter((text) => text.includes('follows no signal vector')).length,
    )
    .toBeGreaterThan(64);
  expect(errors).toEqual([]);
});

test('training images are shown with and without noise, and what the network makes of them', async ({ page }) => {
  await openFinished(page, '');
  const images = page.locator('[data-panel="images"]');
  await images.scrollIntoViewIfNeeded();
  await expect(images.locator('.images > li')).toHaveCount(6);
  await expect(images.locator('.margin').first()).toContainText(/✓ right, margin [\d.]+/);
  await images.getByRole('button', { name: 'Next' }).click();
  await expect(images.getByRole('status')).toContainText('Images 7 to 12 of 240');
  // At initialisation the network says next to nothing.
  await page.getByRole('slider', { name: 'Step shown' }).focus();
  await page.keyboard.press('Home');
  await images.scrollIntoViewIfNeeded();
  await expect(images.locator('.margin').first()).toContainText(/margin −?-?0\.00/);

  await page.goto('./#data=mnist&sigma=0.6&m=20&n=40&lr=0.25&steps=50');
  await finished(page);
  await images.scrollIntoViewIfNeeded();
  await expect(images.locator('.image-name').first()).toContainText('digit 0');
});
