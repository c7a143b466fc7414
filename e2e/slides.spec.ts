import { type FrameLocator, type Page } from '@playwright/test';
import { expect, test } from './test';

const examples = 'http://localhost:4174/examples';

const slide = (page: Page) => page.locator('.slides > section.present');
const frameOf = (page: Page, id: string, nth = 0): FrameLocator => page.frameLocator(`#${id} iframe >> nth=${nth}`);
const stepOf = async (frame: FrameLocator) =>
  Number(((await frame.locator('[data-metric="step"]').textContent()) ?? '').split(' ')[0]);
const outcome = (frame: FrameLocator) => frame.locator('.status .outcome');

test('reveal.js: a frame trains when its slide is shown and not before, leaves other keys to the slides, and two side by side know nothing of each other', async ({
  page,
}) => {
  await page.goto(`${examples}/reveal/`);
  await expect(slide(page)).toContainText('Noise makes the data look complicated');
  await expect(page.locator('#live iframe')).not.toHaveAttribute('src', /./);
  await page.keyboard.press('ArrowRight');
  const live = frameOf(page, 'live');
  await expect(outcome(live)).toContainText('Finished');
  await expect.poll(() => stepOf(live)).toBe(300);
  // A click into the frame takes the keys away from the slides: those that the figure does not use turn the pages.
  await live.locator('[data-figure="data"]').click();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#beside')).toHaveClass(/present/);

  const data = async (id: string, nth = 0) =>
    Number(await frameOf(page, id, nth).locator('[data-figure="data"]').getAttribute('data-value'));
  await expect.poll(() => data('beside', 0)).toBeGreaterThan(30);
  await expect.poll(() => data('beside', 1)).toBeGreaterThan(30);
  expect(Math.abs((await data('beside', 0)) - (await data('beside', 1)))).toBeGreaterThan(0.5);
  await frameOf(page, 'beside', 0).getByRole('slider', { name: /noise/ }).focus();
  await page.keyboard.press('Home');
  await expect.poll(() => data('beside', 0)).toBeCloseTo(6, 3);
  expect(await data('beside', 1)).toBeGreaterThan(30);
});

test('reveal.js: a fragment sets the noise of its frame, and takes it back', async ({ page }) => {
  await page.goto(`${examples}/reveal/#/fragment`);
  const frame = frameOf(page, 'fragment');
  const data = async () => Number(await frame.locator('[data-figure="data"]').first().getAttribute('data-value'));
  await expect.poll(data).toBeCloseTo(6, 3);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('ArrowRight');
  await expect.poll(data).toBeGreaterThan(38);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(data).toBeCloseTo(6, 3);
});

test('a plain page sets parameters, hears ranks and takes a picture', async ({ page }) => {
  await page.goto(`${examples}/html/`);
  const said = page.locator('#said');
  await expect(said).toContainText(/finished, step 300, σ = 0.2: noisy data 41\.\d, filters 4\.\d/);
  await page.getByRole('button', { name: 'σ = 0.4' }).click();
  await expect(said).toContainText(/finished, step 300, σ = 0.4: noisy data 37\.\d/);
  await page.getByRole('button', { name: /Picture/ }).click();
  await expect(page.getByAltText('Singular values of the filters')).toBeVisible();
});
