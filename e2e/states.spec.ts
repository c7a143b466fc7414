import { expect, test, type Page } from '@playwright/test';
import { finished, outcome, read, watchErrors } from './page';

/** Runs code in the workers as if their page had sent a call: there is no hook for tests in the page. */
async function tellWorkers(page: Page, method: string): Promise<void> {
  await Promise.all(
    page.workers().map((worker) =>
      worker.evaluate((name) => {
        self.dispatchEvent(new MessageEvent('message', { data: { id: -1, method: name, params: null } }));
      }, method),
    ),
  );
}

test('a lost GL context is recovered and the run ends as it would have', async ({ page }) => {
  await page.goto('./#backend=webgl&steps=60');
  await finished(page);
  const undisturbed = await read(page);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect
    .poll(async () => {
      const { step } = await read(page);
      return step > 4 && step < 50;
    })
    .toBe(true);
  await tellWorkers(page, 'loseContext');
  await expect(page.locator('.notices')).toContainText('GPU was taken away');
  await finished(page);
  expect(await read(page)).toEqual(undisturbed);
});

test('a worker that crashes is started again and the run goes on', async ({ page }) => {
  await page.goto('./#steps=400');
  await expect.poll(async () => (await read(page)).step).toBeGreaterThan(5);
  // One that has done its work may be gone in between.
  await Promise.all(
    page.workers().map((worker) =>
      worker
        .evaluate(() => {
          setTimeout(() => {
            throw new Error('out of memory');
          });
        })
        .catch(() => undefined),
    ),
  );
  await expect(page.locator('.notices')).toContainText('worker stopped');
  await finished(page);
  const { step, testAccuracy } = await read(page);
  expect(step).toBe(400);
  expect(testAccuracy).toBe(1);
});

test('a hidden page trains nothing, and goes on when it is shown', async ({ page }) => {
  await page.goto('./#steps=5000');
  await expect.poll(async () => (await read(page)).step).toBeGreaterThan(3);
  const hide = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await hide(true);
  await page.waitForTimeout(300);
  const { step } = await read(page);
  await page.waitForTimeout(500);
  expect((await read(page)).step).toBe(step);
  await hide(false);
  await expect.poll(async () => (await read(page)).step).toBeGreaterThan(step + 3);
});

test('a run that diverges says so, keeps a finite frame and offers a way out', async ({ page }) => {
  const errors = watchErrors(page);
  await page.goto('./#side=2&k=1&basis=random&sigma=2&noise=everywhere&project=0&lr=100&n=500&patches=16&mu=0.1');
  await expect(outcome(page)).toContainText('Diverged', { timeout: 30_000 });
  expect(Number.isFinite((await read(page)).filters)).toBe(true);
  await page.getByRole('button', { name: 'Quarter it' }).click();
  await expect(page).toHaveURL(/lr=25/);
  expect(errors).toEqual([]);
});

test('a digit that cannot be loaded is a named failure with a way out', async ({ page }) => {
  await page.route('**/digit-1.bin', (route) => route.abort());
  await page.goto('./#data=mnist&steps=2&m=4&lr=0.25');
  await expect(outcome(page)).toContainText(/digit/i);
  await page.unroute('**/digit-1.bin');
  await page.getByRole('button', { name: 'Try again' }).click();
  await finished(page);
});

test('a part of the page that cannot be loaded is named, and the rest goes on', async ({ page }) => {
  await page.route('**/exploration-*.js', (route) => route.abort());
  await page.goto('./#steps=40');
  await finished(page);
  await expect(page.getByRole('alert').filter({ hasText: 'could not be shown' })).toBeVisible();
  await page.unroute('**/exploration-*.js');
  await page.getByRole('button', { name: 'Reload' }).click();
  await finished(page);
  await expect(page.locator('[data-panel="sweep"]')).toBeAttached();
});
