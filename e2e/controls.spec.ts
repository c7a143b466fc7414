import { expect, test } from '@playwright/test';
import { finished, openFinished, outcome, read, slider, watchErrors } from './page';

test('moving the noise slider redraws the data, trains again and changes the address', async ({ page }) => {
  const before = await openFinished(page, '');
  await slider(page, /Background noise/).fill('0.1');
  await expect(page).toHaveURL(/#v=1&sigma=0\.1$/);
  await finished(page);
  const after = await read(page);
  expect(after.data).toBeLessThan(before.data - 5);
  expect(after.clean).toBe(before.clean);
});

test('sliders reach both ends without an error', async ({ page }) => {
  const errors = watchErrors(page);
  await page.goto('./#steps=5');
  for (const name of [/Signal dimension/, /Background noise/, /Width/]) {
    for (const key of ['End', 'Home']) {
      await slider(page, name).focus();
      await page.keyboard.press(key);
      await finished(page);
    }
  }
  const seen = await read(page);
  expect(seen.step).toBe(5);
  expect(seen.clean).toBeCloseTo(2, 6);
  expect(errors).toEqual([]);
});

test('the signal dimension is the rank of the clean data', async ({ page }) => {
  await page.goto('./#steps=1');
  await slider(page, /Signal dimension/).fill('5');
  await expect.poll(async () => (await read(page)).clean).toBeCloseTo(10, 6);
});

test('reset replays the same run, a new seed gives another', async ({ page }) => {
  const first = await openFinished(page, '#steps=60');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(outcome(page)).not.toContainText('Finished');
  await finished(page);
  expect(await read(page)).toEqual(first);
  await page.getByRole('button', { name: 'New seed' }).click();
  await expect(page).toHaveURL(/seed=\d+/);
  await finished(page);
  expect((await read(page)).filters).not.toBe(first.filters);
});

test('pause stops, step makes one step, play goes on', async ({ page }) => {
  await page.goto('./#steps=2000');
  await expect.poll(async () => (await read(page)).step).toBeGreaterThan(4);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(outcome(page)).toContainText('Paused');
  await page.waitForTimeout(200);
  const { step } = await read(page);
  await page.waitForTimeout(400);
  expect((await read(page)).step).toBe(step);
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect.poll(async () => (await read(page)).step).toBe(step + 1);
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(async () => (await read(page)).step).toBeGreaterThan(step + 4);
});

test('the notion of rank and the data matrix can be switched without a new run', async ({ page }) => {
  await openFinished(page, '');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByLabel('Rank', { exact: true }).selectOption('numerical');
  await expect(page.locator('[data-figure="filters"] .value')).toHaveText('6');
  await page.getByLabel('Data matrix').selectOption('image');
  await expect.poll(async () => (await read(page)).data).toBeGreaterThan(100);
  await expect(outcome(page)).toContainText('Finished');
});

test('presets describe themselves and can be left again', async ({ page }) => {
  await page.goto('./');
  await page.getByLabel('Preset').selectOption('memorised');
  await expect(page).toHaveURL(/#v=1&sigma=0\.4$/);
  await finished(page);
  await page.getByLabel('Preset').selectOption('default');
  await expect(page).toHaveURL(/\/$/);
});

test('hand-typed values count when they are complete, are checked and mended with a notice', async ({ page }) => {
  await page.goto('./#steps=1');
  await page.getByRole('button', { name: 'More' }).click();
  const side = page.getByLabel('Patch side s');
  await side.fill('99');
  await expect(side).toHaveAttribute('aria-invalid', 'true');
  await side.press('Enter');
  await expect(page.locator('.notices')).toContainText('99 is outside 2 to 28; 28 is used');
  await expect(side).toHaveValue('28');
  // Half of what is typed is not an experiment: K must survive the side's passing through 2.
  await page.keyboard.press('Control+A');
  await page.keyboard.type('20');
  await expect(side).toHaveValue('20');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#v=1&side=20&steps=1$/);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('77');
  await expect(side).toHaveAttribute('aria-invalid', 'true');
  await side.blur();
  await expect(side).toHaveValue('28');
});

test('with reduced motion nothing starts by itself', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./');
  await expect(outcome(page)).toContainText('press Play');
  await page.getByRole('button', { name: 'Play' }).click();
  await finished(page);
});
