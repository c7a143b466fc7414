import { expect, test } from '@playwright/test';
import { finished, openFinished, read, watchErrors } from './page';

const dialog = (page: Parameters<typeof read>[0]) => page.getByRole('dialog', { name: 'Share this state' });

test('a link from the share dialog opens the same state, at the step that was shown', async ({ page, context }) => {
  const errors = watchErrors(page);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openFinished(page, '#sigma=0.25&k=2&pins=default');
  await page.getByRole('slider', { name: 'Step shown' }).fill('120');
  const shown = await read(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = await dialog(page).getByLabel('Link', { exact: true }).inputValue();
  expect(link).toMatch(/#v=1&k=2&sigma=0\.25&pins=default&step=120$/);
  await dialog(page).getByRole('button', { name: 'Copy' }).first().click();
  await expect(dialog(page).getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  const other = await context.newPage();
  await other.emulateMedia({ reducedMotion: 'reduce' });
  await other.goto(link);
  await expect.poll(async () => (await read(other)).step).toBe(120);
  expect(await read(other)).toMatchObject({ data: shown.data, clean: shown.clean, filters: shown.filters });
  await other.close();
  await dialog(page).getByLabel('Open at step 120').uncheck();
  expect(await dialog(page).getByLabel('Link', { exact: true }).inputValue()).not.toContain('step=');
  expect(errors).toEqual([]);
});

test('the frame in the dialog is the one whose code it gives', async ({ page }) => {
  await openFinished(page, '#steps=40');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await dialog(page).getByLabel('Spectrum of the data').uncheck();
  await dialog(page).getByLabel('Width m').uncheck();
  await dialog(page).getByLabel('Size').selectOption('640x480');
  const code = await dialog(page).getByLabel('Embed code').inputValue();
  expect(code).toContain('width="640" height="480"');
  const source = await dialog(page).getByTitle('Preview of the frame').getAttribute('src');
  expect(code).toContain(source!.replaceAll('&', '&amp;'));
  expect(source).toContain('embed=1&show=figures,filters,training&controls=k,sigma');
  const frame = page.frameLocator('iframe[title="Preview of the frame"]');
  await expect(frame.locator('[data-panel="filters"]')).toBeVisible();
  await expect(frame.locator('[data-panel="data"]')).toHaveCount(0);
});

test('the code for a lecture hall fills the screen, and Escape closes the dialog', async ({ page }) => {
  await openFinished(page, '#steps=10');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: /lecture hall/ }).click();
  const code = (await page.getByRole('img', { name: 'QR code of the link' }).boundingBox())!;
  expect(code.height).toBeGreaterThan(0.7 * 800);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await finished(page);
});
