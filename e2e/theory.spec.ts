import { expect, test, type Page } from '@playwright/test';
import { command } from '../cli/testing';
import { openFinished, watchErrors } from './page';

const panel = (page: Page) => page.locator('[data-panel="theory"]');
const term = (page: Page, name: string) => panel(page).locator(`[data-term="${name}"]`);

async function rank(page: Page, row: string, notion: string): Promise<number> {
  const cell = panel(page).locator(`[data-row="${row}"] [data-notion="${notion}"]`);
  await expect(cell).toHaveAttribute('data-value', /\d/, { timeout: 30_000 });
  return Number(await cell.getAttribute('data-value'));
}

test('the numbers are those of the command line', async ({ page }) => {
  const errors = watchErrors(page);
  const link = '#sigma=0.25&steps=60&backend=wasm';
  const { stdout } = await command('--link', link, '--backend', 'wasm');
  const { data, clean, history } = JSON.parse(stdout);
  await openFinished(page, link);
  await panel(page).scrollIntoViewIfNeeded();
  expect(await rank(page, 'noisy-patch', 'stable')).toBeCloseTo(data.stableRank, 8);
  expect(await rank(page, 'noisy-patch', 'effective')).toBeCloseTo(data.effectiveRank, 8);
  expect(await rank(page, 'noisy-image', 'stable')).toBeCloseTo(data.imageStableRank, 8);
  expect(await rank(page, 'clean-patch', 'stable')).toBeCloseTo(clean.stableRank, 8);
  expect(await rank(page, 'clean-image', 'stable')).toBeCloseTo(clean.imageStableRank, 8);
  // The kernel's lanes differ between browsers and Node.
  expect(await rank(page, 'shown-filters', 'stable')).toBeCloseTo(history.at(-1).stableRank, 3);
  expect(await rank(page, 'initial-filters', 'stable')).toBeCloseTo(history[0].stableRank, 6);
  // d = 64, σ = 1/4: SNR = 1/2 and n·SNR³ = 30.
  await expect(term(page, 'snr')).toHaveText('0.5');
  await expect(term(page, 'race')).toHaveText('30 > 6');
  await expect(term(page, 'critical')).toHaveText('0.427');
  await expect(term(page, 'ratio')).toHaveText('0.58');
  await expect(panel(page).locator('[data-found="measured"]')).toHaveText(data.stableRank.toFixed(1));
  expect(Math.abs(Number(await term(page, 'predicted').textContent()) / data.stableRank - 1)).toBeLessThan(0.05);
  await expect(panel(page).getByRole('columnheader', { name: /Stable rank/ })).toHaveAttribute('aria-current', 'true');
  expect(errors).toEqual([]);
});

test('the regime is that of the run: signal, noise, or still open', async ({ page }) => {
  await openFinished(page, '');
  await panel(page).scrollIntoViewIfNeeded();
  await expect(term(page, 'regime')).toHaveText('learns the signal');
  await page.goto('about:blank');
  await openFinished(page, '#sigma=0.5');
  await panel(page).scrollIntoViewIfNeeded();
  await expect(term(page, 'race')).toContainText('<');
  await expect(term(page, 'regime')).toHaveText('memorises noise');
  await page.goto('about:blank');
  await page.goto('./#sigma=0&autoplay=0');
  await panel(page).scrollIntoViewIfNeeded();
  await expect(term(page, 'snr')).toHaveText('∞');
  await expect(panel(page)).toContainText('No noise reaches these images');
  await expect(term(page, 'regime')).toHaveText('paused');
});

test('MNIST has no K and no critical noise, and says so', async ({ page }) => {
  await openFinished(page, '#data=mnist&sigma=0.3&m=8&n=100&lr=0.25&steps=20');
  await panel(page).scrollIntoViewIfNeeded();
  await expect(panel(page)).toContainText(
    'MNIST digits are not made of signal vectors of one norm: there is no K, so there is no σ* either.',
  );
  await expect(term(page, 'predicted')).toHaveText('none');
  await expect(term(page, 'critical')).toHaveCount(0);
  expect(await rank(page, 'noisy-image', 'stable')).toBeGreaterThan(await rank(page, 'clean-image', 'stable'));
});
