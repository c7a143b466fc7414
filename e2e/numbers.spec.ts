import { expect, test, type Page } from '@playwright/test';
import { openFinished } from './page';

/** The button of a chart's numbers. */
const button = (page: Page, chart: RegExp) => page.getByRole('button', { name: chart });

/** Rows of the open table, each with its cells. */
const rows = (page: Page) =>
  page
    .locator('dialog.numbers tbody tr')
    .evaluateAll((all) => all.map((row) => Array.from(row.children, (cell) => cell.textContent)));

test('every chart has its numbers as a table, with a summary in words', async ({ page }) => {
  const { filters } = await openFinished(page, '#steps=60');
  await expect(page.locator('.part')).toHaveCount(9);
  const charts = page.locator('svg.chart');
  for (const chart of await charts.all()) {
    // Drawn when it is first seen.
    await chart.scrollIntoViewIfNeeded();
    await expect(chart).toHaveAttribute('aria-label', /./);
    const name = (await chart.getAttribute('aria-label'))!;
    expect((await chart.locator('desc').textContent())!.length).toBeGreaterThan(20);
    await expect(page.getByRole('button', { name: `Numbers: ${name}`, exact: true })).toHaveCount(1);
  }
  expect(await charts.count()).toBeGreaterThanOrEqual(7);

  const opener = button(page, /^Numbers: Singular values of the filters/);
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Singular values of the filters' });
  await expect(dialog).toContainText('singular values are above a tenth of the largest');
  const spectrum = await rows(page);
  expect(spectrum).toHaveLength(64);
  const squares = spectrum.map(([, value]) => Number(value) ** 2);
  expect(squares.reduce((sum, square) => sum + square, 0) / squares[0]!).toBeCloseTo(filters, 1);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();

  await button(page, /^Numbers: The filters’ stable rank/).click();
  const curve = await rows(page);
  expect(curve.at(-1)![0]).toBe('60');
  expect(Number(curve.at(-1)![1])).toBeCloseTo(filters, 1);
});
