import { openFinished, read, watchErrors } from './page';
import { expect, test } from './test';

test('a link from the share dialog opens the same state, at the step that was shown; the frame beside it is the one whose code it gives', async ({
  page,
  context,
  browserName,
}) => {
  const errors = watchErrors(page);
  const dialog = page.getByRole('dialog', { name: 'Share this state' });
  // Only Chromium lets a test read the clipboard.
  const readable = browserName === 'chromium';
  if (readable) await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openFinished(page, '#sigma=0.25&k=2&m=8&n=40&steps=40&pins=m:4,n:24,steps:10');
  await page.getByRole('slider', { name: 'Step shown' }).press('Home');
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await read(page)).step).toBe(12);
  const shown = await read(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const field = dialog.getByLabel('Link', { exact: true });
  await expect(field).toHaveValue(/#v=1&k=2&sigma=0\.25&m=8&n=40&steps=40&pins=m:4,n:24,steps:10&step=12$/);
  const link = await field.inputValue();
  await dialog.getByRole('button', { name: 'Copy' }).first().click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  if (readable) expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  const other = await context.newPage();
  await other.emulateMedia({ reducedMotion: 'reduce' });
  await other.goto(link);
  await expect
    .poll(() => read(other))
    .toMatchObject({ step: 12, data: shown.data, clean: shown.clean, filters: shown.filters });
  await other.close();
  await page.bringToFront();
  await dialog.getByLabel('Open at step 12').uncheck();
  await expect(field).not.toHaveValue(/step=12/);

  // The frame is there once, and follows what is chosen.
  const preview = dialog.getByTitle('Preview of the frame'),
    frame = preview.contentFrame();
  await expect(frame.locator('[data-panel="data"]')).toBeVisible();
  await preview.evaluate(({ contentWindow }: HTMLIFrameElement) => {
    Object.assign(contentWindow!, { loadedOnce: true });
  });
  const entries = () => page.evaluate(() => history.length),
    before = await entries();
  await dialog.getByLabel('Spectrum of the data').uncheck();
  await dialog.getByLabel('Width m').uncheck();
  await dialog.getByLabel('Size').selectOption('640x480');
  const code = dialog.getByLabel('Embed code');
  await expect(code).toHaveValue(/width="640" height="480"/);
  await expect(code).toHaveValue(/embed=1&amp;show=curve,filters,training&amp;controls=k,sigma/);
  await expect(frame.locator('[data-panel="filters"]')).toBeVisible();
  await expect(frame.locator('[data-panel="data"]')).toHaveCount(0);
  const { loadedOnce, href } = await preview.evaluate(({ contentWindow }: HTMLIFrameElement) => ({
    loadedOnce: Reflect.get(contentWindow!, 'loadedOnce') as unknown,
    href: contentWindow!.location.href,
  }));
  expect(loadedOnce).toBe(true);
  expect(await code.inputValue()).toContain(`src="${href.replaceAll('&', '&amp;')}"`);
  expect(await entries()).toBe(before);

  // The code for a lecture hall fills the screen.
  await page.getByRole('button', { name: /lecture hall/ }).click();
  const large = page.getByRole('img', { name: 'QR code of the link' });
  await expect.poll(async () => (await large.boundingBox())?.height).toBeGreaterThan(0.7 * 800);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(errors).toEqual([]);
});
