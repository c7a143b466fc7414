import { expect, test, type Page } from '@playwright/test';
import { finished, openFinished, read, slider, watchErrors } from './page';

const sweep = (page: Page) => page.locator('[data-panel="sweep"]');
const map = (page: Page) => page.locator('[data-panel="map"]');
const points = (panel: ReturnType<typeof sweep>) => panel.locator('.point-grid button');
const numbers = (text: string) => [...text.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);

async function draw(panel: ReturnType<typeof sweep>, total: number): Promise<void> {
  await panel.scrollIntoViewIfNeeded();
  await panel.getByRole('button', { name: /^Draw/ }).click();
  await expect(panel.getByRole('status')).toContainText(`${total} runs made`, { timeout: 50_000 });
}

test('the sweep at the default experiment: the data’s rank climbs, the filters’ stays, until noise wins', async ({
  page,
}) => {
  const errors = watchErrors(page);
  await openFinished(page, '');
  await expect(sweep(page).getByRole('button', { name: /^Draw the curve/ })).toBeVisible();
  await draw(sweep(page), 12);
  const measured = (await points(sweep(page)).allTextContents()).map((text) => {
    const [sigma, data, filters, accuracy] = numbers(text);
    return { sigma: sigma!, data: data!, filters: filters!, accuracy: accuracy! };
  });
  expect(measured.length).toBe(12);
  expect(measured[0]!.data).toBe(6);
  expect(measured[0]!.sigma).toBe(0);
  const low = measured.filter(({ sigma }) => sigma <= 0.5 * 0.4275);
  expect(low.length).toBeGreaterThanOrEqual(3);
  for (const { filters } of low) expect(Math.abs(filters / measured[0]!.filters - 1)).toBeLessThan(0.15);
  expect(low.at(-1)!.data).toBeGreaterThan(5 * measured[0]!.data);
  const high = measured.filter(({ sigma }) => sigma > 1.3 * 0.4275);
  expect(high.length).toBeGreaterThan(0);
  for (const { accuracy } of high) expect(Math.abs(accuracy - 0.5)).toBeLessThan(0.1);
  expect(errors).toEqual([]);
});

test('a point opens its run, which measures what the sweep did', async ({ page }) => {
  await openFinished(page, '#levels=4');
  await draw(sweep(page), 4);
  const first = points(sweep(page)).first();
  await first.focus();
  // The second level is the default's own, which no link names.
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  const label = (await page.locator('.point-grid button:focus').textContent())!;
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).hash).toContain(`sigma=${numbers(label)[0]}`);
  await finished(page);
  const run = await read(page);
  expect(run.data).toBeCloseTo(numbers(label)[1]!, 1);
  expect(run.filters).toBeCloseTo(numbers(label)[2]!, 1);
  // Opening a point makes nothing stale.
  await expect(sweep(page).locator('.stale-note')).toHaveCount(0);
});

test('results stay when other things change, are marked stale, and survive a reload', async ({ page }) => {
  await openFinished(page, '#levels=4');
  await draw(sweep(page), 4);
  const before = await points(sweep(page)).allTextContents();
  await slider(page, /Width/).focus();
  await page.keyboard.press('ArrowRight');
  await finished(page);
  await sweep(page).scrollIntoViewIfNeeded();
  await expect(sweep(page).locator('.stale-note')).toBeVisible();
  expect(await points(sweep(page)).allTextContents()).toEqual(before);
  await page.waitForTimeout(1200); // written at most once a second
  await page.reload();
  await finished(page);
  await sweep(page).scrollIntoViewIfNeeded();
  await expect(sweep(page).locator('.stale-note')).toBeVisible();
  expect(await points(sweep(page)).allTextContents()).toEqual(before);
  await slider(page, /Width/).focus();
  await page.keyboard.press('ArrowLeft');
  await sweep(page).scrollIntoViewIfNeeded();
  await expect(sweep(page).locator('.stale-note')).toHaveCount(0);
});

test('the map is refined from coarse to fine, stops, and goes on where it was', async ({ page }) => {
  const errors = watchErrors(page);
  await openFinished(page, '#side=6&k=2&n=48&m=8&steps=100');
  await map(page).scrollIntoViewIfNeeded();
  await map(page).getByRole('button', { name: 'Draw the map' }).click();
  await expect(map(page).getByRole('status')).toContainText(/\d+ of \d+ runs/);
  await map(page).getByRole('button', { name: 'Stop' }).click();
  await expect(map(page).getByRole('status')).toContainText('Stopped');
  const kept = await points(map(page)).count();
  await map(page).getByRole('button', { name: 'Resume' }).click();
  await expect(map(page).getByRole('status')).toContainText(/\d+ runs made/, { timeout: 50_000 });
  expect(await points(map(page)).count()).toBeGreaterThan(kept);
  const cell = points(map(page)).last();
  await expect(cell).toContainText(/σ = [\d.]+, n = \d+: signal share [\d.]+, test accuracy [\d.]+/);
  await cell.focus();
  await page.keyboard.press('Enter');
  await finished(page);
  await expect(map(page).locator('.stale-note')).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('a failing pool is a named state that keeps what was measured', async ({ page }) => {
  await openFinished(page, '#levels=4');
  // Workers that start from now on stop at once.
  await page.evaluate(() => {
    const Real = Worker;
    (globalThis as unknown as { Worker: unknown }).Worker = class extends Real {
      constructor() {
        super(URL.createObjectURL(new Blob(['throw new Error("no worker today")'])));
      }
    };
  });
  await sweep(page).scrollIntoViewIfNeeded();
  await sweep(page).getByRole('button', { name: /^Draw/ }).click();
  await expect(sweep(page).getByRole('alert')).toContainText('0 of 4 runs made');
  await expect(sweep(page).getByRole('button', { name: 'Resume' })).toBeVisible();
});
