import { finished, openFinished, outcome, read, slider, small, watchFinished } from './page';
import { expect, test } from './test';

// Every way in which a link can be wrong, with the sentence about it, is in src/experiment/bad-links.test.ts.

test('a link opened in a second tab shows the same curves; a changed hash in the same tab is followed', async ({
  page,
  context,
}) => {
  await openFinished(page, '#n=40&m=8&steps=40');
  await slider(page, /Width/).fill('3');
  await expect(page).toHaveURL(/m=4/);
  await finished(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await finished(other);
  const there = await read(other);
  await expect.poll(() => read(page)).toEqual(there);
  await other.close();

  await page.bringToFront();
  await page.evaluate(() => {
    location.hash = '#k=2&n=40&m=8&steps=4';
  });
  await expect.poll(() => read(page)).toMatchObject({ step: 4, clean: expect.closeTo(4, 6) });
  await finished(page);
});

test('a query is read too; the hash wins, and takes over when something changes', async ({ page }) => {
  await page.goto('./?k=2&n=40&steps=3#m=8&steps=5');
  await finished(page);
  await expect.poll(() => read(page)).toMatchObject({ step: 5, clean: expect.closeTo(4, 6) });
  await slider(page, /Signal dimension/).fill('3');
  await expect(page).toHaveURL(/\/#v=1&m=8&n=40&steps=5$/);
});

test('a bad link is mended, says so in text whatever it holds, and still trains', async ({ page }) => {
  await page.goto('./#sigma=99&n=40&m=8&steps=3&tour=nowhere&<img src=x onerror="document.title=1">=1');
  const notices = page.locator('.notices');
  await expect(notices).toContainText(/sigma.*2 is used/);
  await expect(notices).toContainText('there is no step named “nowhere”');
  await expect(notices).toContainText('<img src: no parameter has this name');
  expect(await notices.locator('img').count()).toBe(0);
  await expect(page.getByRole('region', { name: 'Guided tour' })).toHaveCount(0);
  await finished(page);
  await expect(page).toHaveURL(/#v=1&sigma=2&m=8&n=40&steps=3$/);
  await expect(page).toHaveTitle('Rank under noise');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notices).toHaveCount(0);
});

test('a link can open at a step', async ({ page }) => {
  await page.goto('./#n=40&m=8&step=50&autoplay=0');
  await expect.poll(async () => (await read(page)).step).toBe(50);
  await expect(outcome(page)).toContainText('Paused');
});

test('Back undoes a preset and a slider that was dragged, and leaves the page where it is scrolled to', async ({
  page,
}) => {
  const noise = slider(page, /Background noise/).first();
  const start = await watchFinished(page, small);
  await noise.fill('0.3');
  await expect(page).toHaveURL(/sigma=0\.3/);
  await finished(page);
  await page.goBack();
  await expect(noise).toHaveValue('0.2');
  await expect.poll(() => read(page)).toEqual(start);
  await page.getByLabel('Preset').selectOption('no-noise');
  await expect(page).toHaveURL(/#v=1&sigma=0$/);
  await page.evaluate(() => scrollTo({ top: 300, behavior: 'instant' }));
  await page.goBack();
  await expect(page).toHaveURL(/#v=1&m=8&n=40&steps=40$/);
  await expect.poll(() => read(page)).toEqual(start);
  expect(await page.evaluate(() => scrollY)).toBe(300);
  await expect(page.locator('.notices')).toHaveCount(0);
});
