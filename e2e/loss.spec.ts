import { writeFile } from 'node:fs/promises';
import { cifar } from '../src/images/own/testing-files';
import { finished } from './page';
import { expect, test } from './test';

/* What a visitor has made outlasts the page. What each of it goes by is proved in Node and jsdom (docs/IMPLEMENTATION.md, 9). */
test.use({ apart: true });

/** What is there of it: run in the page, which a crash has taken from Playwright. */
const told = () => {
  const text = (selector: string) => document.querySelector(selector)?.textContent?.trim();
  document.querySelector('[data-panel="sweep"], [data-panel="runs"]')?.scrollIntoView();
  return {
    hash: location.hash,
    slide: text('.slide-sentence'),
    ranks: [...document.querySelectorAll<HTMLElement>('[data-figure]')].map(({ dataset }) => dataset['value']),
    sweep: text('[data-panel="sweep"] [role="status"]'),
    points: [...document.querySelectorAll('[data-panel="sweep"] .point-grid button')].map((point) => point.textContent),
    lines: [...document.querySelectorAll<HTMLInputElement>('.talk-line input')].map(({ value }) => value),
    runs: [...document.querySelectorAll<HTMLElement>('[data-panel="runs"] [data-run]')].map(
      ({ dataset }) => dataset['run'],
    ),
  };
};

test('a crash in the middle of a talk loses nothing: experiment, own images, pins, talk, sweep', async ({
  page,
  context,
  browserName,
}, info) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const labels = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 8 : 7));
  const batch = info.outputPath('train.bin');
  await writeFile(
    batch,
    cifar(labels, (i, c, j) => ((i % 2 === 0) === (c === 2 && j < 512) ? 150 : 90) + ((i * 31 + j * 7 + c) % 83)),
  );
  await page.goto('./#m=4&n=24&side=8&steps=10&levels=3&autoplay=0&pins=m:8,n:24,steps:10;m:16,n:24,steps:10');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByLabel('Images', { exact: true }).selectOption('file');
  const dialog = page.getByRole('dialog', { name: 'Your own images' });
  await dialog.locator('input[multiple]').setInputFiles(batch);
  await dialog.getByRole('button', { name: 'Train on them' }).click();
  await finished(page);
  await page.keyboard.press('Escape');

  const sweep = page.locator('[data-panel="sweep"]');
  await sweep.scrollIntoViewIfNeeded();
  await sweep.getByRole('button', { name: /^Draw/ }).click();
  await expect(sweep).toContainText('Kept on this device.');
  const runs = page.locator('[data-panel="runs"]');
  await runs.scrollIntoViewIfNeeded();
  await runs.getByLabel('Line of run A').fill('Eight filters.');
  // Not left: nothing tells the page that it will not be finished.
  await runs.getByLabel('Line of run B').pressSequentially('Sixte');
  await expect(page).toHaveURL(/talk=Eight%20filters%2E;Sixte/);
  const before = await page.evaluate(told);
  expect(before).toMatchObject({ lines: ['Eight filters.', 'Sixte'] });
  expect(before.points.length).toBeGreaterThan(2);

  await runs.getByRole('button', { name: 'Present these runs' }).click();
  await expect(page.locator('.slide-sentence')).toHaveText('Eight filters.');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.slide-sentence')).toHaveText('Sixte');
  const at = () => page.evaluate(() => (history.state as { presented?: { at: number } } | null)?.presented?.at);
  await expect.poll(at).toBe(1);

  let seen = () => page.evaluate(told);
  let press = () => page.keyboard.press('Escape');
  if (browserName === 'chromium') {
    const session = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    await session.send('Page.reload');
    const evaluate = async (expression: string) =>
      (await session.send('Runtime.evaluate', { expression, returnByValue: true })).result.value as ReturnType<
        typeof told
      >;
    seen = () => evaluate(`(${told.toString()})()`);
    press = () =>
      evaluate(`document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))`).then(
        () => undefined,
      );
  } else await page.reload();

  await expect.poll(async () => (await seen()).slide).toBe('Sixte');
  await press();
  await expect.poll(async () => (await seen()).slide).toBeUndefined();
  // Made again by whoever wants it: a run that was seeked, not played.
  await expect.poll(seen).toEqual(before);
});
