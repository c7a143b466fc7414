import { expect, type Page } from '@playwright/test';

/** Figures of the page at rest. */
export type Figures = Readonly<Record<string, string>>;

/** Longer than the page waits before it races the backends, in ms. */
const untilRaced = 1200;
/** How long the number of workers has to stay as it is, in ms: curves give theirs back when they are drawn. */
const untilGivenBack = 3000;

/**
 * Brings the page to the same rest from wherever it is, without loading it again: all backends and the digits have
 * been in use, one short run is shown. @returns its figures, which must be the same every time.
 */
export async function settle(page: Page): Promise<Figures> {
  const more = page.getByRole('button', { name: 'More' });
  if ((await more.getAttribute('aria-expanded')) === 'true') await more.click();
  await page.getByLabel('Pace').selectOption('once');
  // Every run has a length of its own, so that the end of one is not taken for that of the next.
  for (const link of [
    '#backend=webgl&n=24&steps=3&theme=light',
    '#data=mnist&n=20&m=4&lr=0.25&steps=4&theme=light',
    '#backend=wasm&steps=60&theme=light',
  ]) {
    await page.evaluate((wanted) => {
      location.hash = wanted;
    }, link);
    await finish(page, Number(/steps=(\d+)/.exec(link)![1]));
  }
  const dismiss = page.getByRole('button', { name: 'Dismiss' });
  if (await dismiss.isVisible()) await dismiss.click();
  await page.mouse.move(0, 0);
  await page.waitForTimeout(untilRaced);
  let before = -1;
  const same = () => {
    const last = before;
    before = page.workers().length;
    return before === last;
  };
  await expect.poll(same, { timeout: 60_000, intervals: [untilGivenBack] }).toBe(true);
  return page
    .locator('[data-figure]')
    .evaluateAll((figures) =>
      Object.fromEntries(
        figures.map((figure) => [figure.getAttribute('data-figure')!, figure.getAttribute('data-value') ?? '']),
      ),
    );
}

/** Waits for the end of the run, which a visitor's pause may have kept from starting. */
async function finish(page: Page, steps: number): Promise<void> {
  const outcome = page.locator('.status .outcome');
  const done = new RegExp(`Finished: ${steps} steps`);
  await expect(outcome).toContainText(/Paused|press Play|Training|Finished/, { timeout: 30_000 });
  const play = page.getByRole('button', { name: 'Play', exact: true });
  if (await play.isVisible()) await play.click();
  await expect(outcome).toContainText(done, { timeout: 60_000 });
  // The spectrum of the data has a worker of its own and may come later than the run's end.
  await expect(page.locator('.spectrum progress')).toHaveCount(0, { timeout: 30_000 });
}
