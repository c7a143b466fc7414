import { expect, test } from '@playwright/test';
import { finished, openFinished, outcome, read, slider } from './page';

test('a link opened in a second tab shows the same curves', async ({ page, context }) => {
  await openFinished(page, '#steps=40');
  await slider(page, /Width/).fill('5');
  await expect(page).toHaveURL(/m=/);
  await finished(page);
  const here = await read(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await finished(other);
  expect(await read(other)).toEqual(here);
});

test('a changed hash in the same tab is followed', async ({ page }) => {
  await openFinished(page, '#steps=3');
  await page.evaluate(() => {
    location.hash = '#k=2&steps=4';
  });
  await expect.poll(async () => (await read(page)).clean).toBeCloseTo(4, 6);
  await finished(page);
  expect((await read(page)).step).toBe(4);
});

test('a query is read too; the hash wins, and takes over when something changes', async ({ page }) => {
  await page.goto('./?k=2&steps=3#steps=5');
  await finished(page);
  const seen = await read(page);
  expect(seen.step).toBe(5);
  expect(seen.clean).toBeCloseTo(4, 6);
  await slider(page, /Signal dimension/).fill('3');
  await expect(page).toHaveURL(/\/#v=1&steps=5$/);
});

const bad = [
  { link: '#sigma=99&steps=3', says: /sigma.*2 is used/ },
  { link: '#wibble=3&steps=3', says: /wibble.*ignored/ },
  { link: '#data=cifar&steps=3', says: /data.*synthetic/ },
  { link: '#side=2&k=16&steps=3', says: /k:.*2K = 32/ },
  { link: '#lr=%E0%A4%A&steps=3', says: /lr/ },
  { link: '#pair=3-3&steps=3', says: /pair/ },
  { link: '#__proto__=1&constructor=2&steps=3', says: /constructor/ },
];
test('a bad link is mended, says so and still trains', async ({ page }) => {
  for (const { link, says } of bad) {
    await page.goto(`./${link}`);
    await expect(page.locator('.notices'), link).toContainText(says);
    await finished(page);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(page.locator('.notices')).toHaveCount(0);
  }
});

test('markup in a link is shown as text', async ({ page }) => {
  await page.goto('./#steps=1&<img src=x onerror="document.title=1">=1');
  await expect(page.locator('.notices')).toContainText('ignored');
  expect(await page.locator('.notices img').count()).toBe(0);
  await expect(page).toHaveTitle('Rank under noise');
});

test('a link can open at a step', async ({ page }) => {
  await page.goto('./#step=50&autoplay=0');
  await expect.poll(async () => (await read(page)).step).toBe(50);
  await expect(outcome(page)).toContainText('Paused');
});
