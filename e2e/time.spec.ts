import { expect, test } from '@playwright/test';
import { finished, openFinished, outcome, read, slider, watchErrors } from './page';

const scrubber = (page: Parameters<typeof read>[0]) => page.getByRole('slider', { name: 'Step shown' });
const events = (page: Parameters<typeof read>[0]) =>
  page.getByRole('list', { name: 'Moments of this run' }).getByRole('button');

test('one cursor moves every panel: by keys, by the pointer, and back to the end', async ({ page }) => {
  const errors = watchErrors(page);
  const end = await openFinished(page, '#steps=300');
  await scrubber(page).focus();
  await page.keyboard.press('Home');
  const start = await read(page);
  expect(start).toMatchObject({ step: 0, data: end.data });
  expect(start.filters).toBeGreaterThan(15); // a random matrix
  expect(start.signalShare).toBeLessThan(0.2);
  await expect(outcome(page)).toContainText('Looking back at step 0');
  await page.keyboard.press('ArrowRight');
  const next = (await read(page)).step;
  expect(next).toBeGreaterThan(0);
  await expect(scrubber(page)).toHaveAttribute(
    'aria-valuetext',
    new RegExp(
      `^step ${next} of 300: stable rank [\\d.]+, loss 0\\.\\d+, training accuracy [\\d.]+, test accuracy [\\d.]+$`,
    ),
  );
  await page.keyboard.press('ArrowLeft');
  expect((await read(page)).step).toBe(0);

  const chart = page.locator('[data-panel="training"] svg.chart').first();
  const box = (await chart.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 60);
  await expect(page.locator('[data-panel="training"] .readout')).toContainText(/^step \d+ of 300: stable rank/);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 4, box.y + 60);
  await page.mouse.up();
  const dragged = (await read(page)).step;
  expect(dragged).toBeGreaterThan(30);
  expect(dragged).toBeLessThan(110);
  await page.getByRole('button', { name: 'Back to step 300' }).click();
  expect(await read(page)).toEqual(end);
  expect(errors).toEqual([]);
});

test('play goes on from the cursor along what was recorded, then from where the run was', async ({ page }) => {
  await page.goto('./#steps=400');
  await expect.poll(async () => (await read(page)).step).toBeGreaterThan(80);
  await page.getByRole('button', { name: 'Pause' }).click();
  const paused = (await read(page)).step;
  await scrubber(page).focus();
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(outcome(page)).toContainText('Replaying');
  await page.getByRole('button', { name: 'Pause' }).click();
  const on = (await read(page)).step;
  expect(on).toBeGreaterThan(0);
  expect(on).toBeLessThanOrEqual(paused);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await finished(page);
  expect((await read(page)).step).toBe(400);
});

test('jumps to the moments that the run itself had, the same ones however it was made', async ({ page }) => {
  await openFinished(page, '#sigma=0.15');
  await expect(events(page)).not.toHaveCount(0);
  const watched = await events(page).allTextContents();
  expect(watched.join()).toMatch(/singular values? \d/);
  expect(watched.join()).toContain('training accuracy 1');
  expect(watched.join()).toContain('loss halves');
  const rise = events(page).filter({ hasText: 'singular value 1 rises' });
  await rise.click();
  expect((await read(page)).step).toBe(Number(/\d+$/.exec((await rise.textContent())!)![0]));
  await expect(rise).toHaveAttribute('aria-pressed', 'true');

  // Under a moving slider runs are recorded sparsely, and in full when it rests.
  await slider(page, /noise/).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await finished(page);
  await expect.poll(() => events(page).allTextContents()).toEqual(watched);
});

test('a new experiment takes the cursor to its own end', async ({ page }) => {
  await openFinished(page, '');
  await scrubber(page).focus();
  await page.keyboard.press('Home');
  await slider(page, /noise/).focus();
  await page.keyboard.press('ArrowRight');
  await finished(page);
  expect((await read(page)).step).toBe(300);
});
