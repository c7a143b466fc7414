import { type Locator, type Page } from '@playwright/test';
import { finished, openFinished, overflow, read, slider, watchErrors } from './page';
import { expect, test } from './test';

const panel = (page: Page) => page.locator('[data-panel="runs"]');
const row = (page: Page, letter: string) => panel(page).locator(`[data-run="${letter}"]`);
const current = (page: Page) => panel(page).locator('tr.current');
/** What a chart says of itself to those who cannot see it. */
const description = (page: Page, of: string) => page.locator(`[data-panel="${of}"] .chart desc`).first();

/** What a row says it measured. */
async function metrics(of: Locator): Promise<Record<string, number>> {
  await expect(of.locator('[data-cell="filters"]')).toHaveAttribute('data-value', /\d/);
  return of
    .locator('[data-cell]')
    .evaluateAll((cells) =>
      Object.fromEntries(
        cells.map((cell) => [cell.getAttribute('data-cell')!, Number(cell.getAttribute('data-value'))]),
      ),
    );
}

test('a pinned run stays in the table and behind the charts, a link carries it, and it can be opened again and unpinned', async ({
  page,
  context,
}) => {
  const errors = watchErrors(page);
  const before = await openFinished(page, '#n=40&m=8&steps=40&sigma=0.3');
  await panel(page).scrollIntoViewIfNeeded();
  await panel(page).getByRole('button', { name: 'Pin this run' }).click();
  await expect(panel(page).getByRole('button', { name: 'Pinned as A' })).toBeDisabled();
  await expect.poll(() => new URL(page.url()).hash).toContain('pins=');
  await slider(page, /Width/).fill('3');
  await expect(page).toHaveURL(/m=4/);
  await finished(page);
  await panel(page).scrollIntoViewIfNeeded();
  const kept = await metrics(row(page, 'A'));
  expect(kept['data']).toBeCloseTo(before.data, 6);
  expect(kept['filters']).toBeCloseTo(before.filters, 6);
  expect(kept['testAccuracy']).toBeCloseTo(before.testAccuracy, 2);
  // Only the width differs from the current run.
  await expect(panel(page).locator('thead th')).toContainText(['Run', 'Open or unpin', 'Width m', 'Noisy data']);
  await expect(row(page, 'A').locator('.differs')).toHaveText(['8']);
  for (const of of ['data', 'filters', 'training']) await expect(description(page, of)).toContainText('pinned run A');

  const other = await context.newPage();
  await other.goto(page.url());
  await finished(other);
  await panel(other).scrollIntoViewIfNeeded();
  const computed = await metrics(row(other, 'A'));
  for (const [name, value] of Object.entries(kept)) expect(computed[name], name).toBeCloseTo(value, 3);
  await expect.poll(async () => metrics(current(other))).toEqual(await metrics(current(page)));
  for (const of of ['data', 'filters', 'training']) await expect(description(other, of)).toContainText('pinned run A');
  // On a narrow phone the table scrolls in a box of its own.
  await other.setViewportSize({ width: 320, height: 700 });
  await panel(other).scrollIntoViewIfNeeded();
  expect(await overflow(other)).toBe(0);
  const box = panel(other).getByRole('region', { name: 'Runs side by side' });
  await box.focus();
  await other.keyboard.press('ArrowRight');
  await expect.poll(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  await other.close();

  await page.bringToFront();
  await row(page, 'A').getByRole('button', { name: 'Open run A' }).click();
  await expect(current(page)).toContainText('A');
  await finished(page);
  await expect.poll(() => read(page)).toEqual(before);
  // The run does not stand behind itself.
  await expect(description(page, 'filters')).not.toContainText('pinned');
  await current(page).getByRole('button', { name: 'Unpin A' }).click();
  await expect(panel(page).getByRole('button', { name: 'Pin this run' })).toBeEnabled();
  await expect.poll(() => new URL(page.url()).hash).not.toContain('pins');
  expect(errors).toEqual([]);
});
