import { type Page } from '@playwright/test';
import { finished, hasWebGL, openFinished, read } from './page';
import { expect, test } from './test';

/** Runs code in the workers as if their page had sent a call: there is no hook for tests in the page. */
async function tellWorkers(page: Page, method: string): Promise<void> {
  await Promise.all(
    page.workers().map((worker) =>
      Promise.race([
        // One that has done its work may be gone in between, which not every browser says of what it was asked.
        worker.waitForEvent('close', { timeout: 0 }),
        worker.evaluate((name) => {
          self.dispatchEvent(new MessageEvent('message', { data: { id: -1, method: name, params: null } }));
        }, method),
      ]).catch(() => undefined),
    ),
  );
}

// What a crash, a lost context or a slow worker leads to is proved in src/store/run/recovery.test.ts, without a browser.
test('a lost GL context is recovered and the run ends as it would have', async ({ page }) => {
  test.skip(!(await hasWebGL(page)), 'this browser has no WebGL in workers');
  const undisturbed = await openFinished(page, '#backend=webgl&n=24&m=4&steps=100');
  await page.getByRole('button', { name: 'Restart' }).click();
  // Looked at in every frame, of which the run needs some hundreds more.
  await page.waitForFunction(() => {
    const step = Number.parseInt(document.querySelector('[data-metric="step"]')?.textContent ?? '', 10);
    return step > 4 && step < 80;
  });
  await tellWorkers(page, 'loseContext');
  await expect(page.locator('.notices')).toContainText('GPU was taken away');
  await finished(page);
  await expect.poll(() => read(page)).toEqual(undisturbed);
});

test('a part of the page that cannot be loaded is named, and the rest goes on', async ({ page }) => {
  await page.route(/explained-.*\.js/, (route) => route.fulfill({ status: 503 }));
  await page.goto('./#n=40&m=8&steps=10');
  await finished(page);
  await expect(page.getByRole('alert').filter({ hasText: 'could not be shown' })).toBeVisible();
  await page.unroute(/explained-.*\.js/);
  await page.getByRole('button', { name: 'Reload' }).click();
  await finished(page);
  await expect(page.locator('[data-panel="sweep"]')).toBeAttached();
});

test('a digit that cannot be loaded is a named failure with a way out', async ({ page }) => {
  await page.route('**/digit-1.bin', (route) => route.abort());
  await page.goto('./#data=mnist&n=40&steps=2&m=4&lr=0.25');
  await expect(page.locator('.status .outcome')).toContainText(/digit/i);
  await page.unroute('**/digit-1.bin');
  await page.getByRole('region', { name: 'Training' }).getByRole('button', { name: 'Try again' }).click();
  await finished(page);
});
