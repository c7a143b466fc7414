import { expect, test, type Locator, type Page } from '@playwright/test';
import { finished, openFinished, read, slider, watchErrors } from './page';

const panel = (page: Page) => page.locator('[data-panel="runs"]');
const row = (page: Page, letter: string) => panel(page).locator(`[data-run="${letter}"]`);
const current = (page: Page) => panel(page).locator('tr.current');
/** What a chart says of itself to those who cannot see it. */
const description = (page: Page, of: string) => page.locator(`[data-panel="${of}"] .chart desc`).first();

/** What a row says it measured. */
async function metrics(of: Locator): Promise<Record<string, number>> {
  await expect(of.locator('[data-cell="filters"]')).toHaveAttribute('data-value', /\d/, { timeout: 30_000 });
  return of
    .locator('[data-cell]')
    .evaluateAll((cells) =>
      Object.fromEntries(
        cells.map((cell) => [cell.getAttribute('data-cell')!, Number(cell.getAttribute('data-value'))]),
      ),
    );
}

/** Pins the run, changes the width, and waits for the end. */
async function pinAndMove(page: Page): Promise<void> {
  await panel(page).scrollIntoViewIfNeeded();
  await panel(page).getByRole('button', { name: 'Pin this run' }).click();
  await expect(panel(page).getByRole('button', { name: 'Pinned as A' })).toBeDisabled();
  await expect.poll(() => new URL(page.url()).hash).toContain('pins=');
  await slider(page, /Width/).fill('5');
  await finished(page);
  await panel(page).scrollIntoViewIfNeeded();
}

test('a pinned run stays in the table and behind the charts, and a link carries it', async ({ page, context }) => {
  const errors = watchErrors(page);
  const before = await openFinished(page, '#steps=40&sigma=0.3');
  await pinAndMove(page);
  const kept = await metrics(row(page, 'A'));
  expect(kept['data']).toBeCloseTo(before.data, 6);
  expect(kept['filters']).toBeCloseTo(before.filters, 6);
  expect(kept['testAccuracy']).toBeCloseTo(before.testAccuracy, 2);
  // Only the width differs from the current run.
  await expect(panel(page).locator('thead th')).toContainText(['Run', 'Open or unpin', 'Width m', 'Noisy data']);
  await expect(row(page, 'A').locator('.differs')).toHaveText(['64']);
  for (const of of ['data', 'filters', 'training']) await expect(description(page, of)).toContainText('pinned run A');

  await expect(page).toHaveURL(/m=/);
  const other = await context.newPage();
  await other.goto(page.url());
  await finished(other);
  await panel(other).scrollIntoViewIfNeeded();
  const computed = await metrics(row(other, 'A'));
  for (const [name, value] of Object.entries(kept)) expect(computed[name], name).toBeCloseTo(value, 3);
  expect(await metrics(current(other))).toEqual(await metrics(current(page)));
  for (const of of ['data', 'filters', 'training']) await expect(description(other, of)).toContainText('pinned run A');
  expect(errors).toEqual([]);
});

test('a click opens a pinned run again, and unpinning takes it out of the table and the link', async ({ page }) => {
  const before = await openFinished(page, '#steps=40&sigma=0.3');
  await pinAndMove(page);
  await page.waitForTimeout(2500); // a run counts as made when it has been recorded in full and has rested for a moment
  await row(page, 'A').getByRole('button', { name: 'Open run A' }).click();
  await finished(page);
  await expect(current(page)).toContainText('A');
  expect(await read(page)).toEqual(before);
  // What was made meanwhile is listed, and not pinned.
  await expect(panel(page).locator('[data-run="recent"]')).toHaveCount(1);
  // The run does not stand behind itself.
  await expect(description(page, 'filters')).not.toContainText('pinned');
  await current(page).getByRole('button', { name: 'Unpin A' }).click();
  await expect(panel(page).getByRole('button', { name: 'Pin this run' })).toBeEnabled();
  await expect.poll(() => new URL(page.url()).hash).not.toContain('pins');
});

test('without pins and earlier runs the panel says what to do', async ({ page }) => {
  await openFinished(page, '#steps=3');
  await panel(page).scrollIntoViewIfNeeded();
  await expect(panel(page)).toContainText('Nothing to compare with yet');
});

test('a pinned run that diverged is marked', async ({ page }) => {
  await openFinished(
    page,
    '#steps=3&pins=side:2,k:1,basis:random,sigma:2,noise:everywhere,project:0,lr:100,n:500,patches:16,mu:0.1',
  );
  await panel(page).scrollIntoViewIfNeeded();
  await expect(row(page, 'A')).toContainText('diverged', { timeout: 30_000 });
});

test('a pinned run that cannot be made says so and is made anew', async ({ page }) => {
  let blocked = true;
  await page.route('**/digit-*.bin', (route) => (blocked ? route.abort() : route.continue()));
  await openFinished(page, '#steps=3&pins=data:mnist,steps:3,m:4,lr:0.25,n:20');
  await panel(page).scrollIntoViewIfNeeded();
  await expect(panel(page).getByRole('alert')).toContainText('Run A could not be made', { timeout: 30_000 });
  blocked = false;
  await row(page, 'A')
    .getByRole('button', { name: /Try again/ })
    .click();
  await metrics(row(page, 'A'));
});

test('the table scrolls in a box of its own on a narrow phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('./#steps=10&pins=steps:10,sigma:0.4;steps:10,m:16,n:120');
  await finished(page);
  await panel(page).scrollIntoViewIfNeeded();
  await metrics(row(page, 'B'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const box = panel(page).getByRole('region', { name: 'Runs side by side' });
  await box.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});
