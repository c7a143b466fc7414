import { openFinished, outcome, read, small, watchErrors } from './page';
import { expect, test } from './test';

test('one cursor moves every panel: by keys, by the pointer, and back to the end', async ({ page }) => {
  const errors = watchErrors(page);
  const end = await openFinished(page, small);
  const step = async () => (await read(page)).step;
  await page.getByRole('slider', { name: 'Step shown' }).focus();
  await page.keyboard.press('Home');
  await expect.poll(() => read(page)).toMatchObject({ step: 0, data: end.data });
  await expect(outcome(page)).toContainText('Looking back at step 0');
  await page.keyboard.press('ArrowRight');
  await expect.poll(step).toBeGreaterThan(0);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(step).toBe(0);

  const chart = page.locator('[data-panel="training"] svg.chart').first();
  await chart.scrollIntoViewIfNeeded();
  const box = (await chart.boundingBox())!;
  await page.mouse.move(box.x + box.width / 3, box.y + 40);
  await expect(page.locator('[data-panel="training"] .readout')).toContainText(/^step \d+ of 40: stable rank/);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 40);
  await page.mouse.up();
  await expect.poll(step).toBeGreaterThan(4);
  expect(await step()).toBeLessThan(15);
  await page.getByRole('button', { name: 'Back to step 40' }).click();
  await expect.poll(() => read(page)).toEqual(end);
  expect(errors).toEqual([]);
});
