import { openFinished, small, watchErrors } from './page';
import { expect, test } from './test';

/** Two projectors, an old one, a wall, a phone and the same lying down. */
const sizes = [
  [1280, 720],
  [1920, 1080],
  [1024, 768],
  [3840, 2160],
  [390, 844],
  [844, 390],
] as const;

test('a talk by keyboard: slides fit every screen, words stay off the figures, and the page is as it was afterwards', async ({
  page,
}) => {
  const errors = watchErrors(page);
  // As on a phone: the page is filled, and the window can be resized.
  await page.addInitScript(() => Reflect.deleteProperty(Element.prototype, 'requestFullscreen'));
  await openFinished(page, `${small}&sigma=0.3&theme=dark`);
  await page.mouse.wheel(0, 700);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
  const where = () => page.evaluate(() => [scrollY, location.hash]);
  const before = await where();

  await page.keyboard.press('p');
  const stage = page.getByRole('dialog', { name: 'Presentation' });
  const title = stage.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('On the page');
  await expect(page.locator('.page-head')).toBeHidden();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowRight');
  await expect(title).toHaveText('Noise fills every other direction');
  await expect(stage.locator('.slide-sentence')).toContainText(/from 6\.0 to 4\d\.\d/);
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await expect
      .poll(() =>
        page.evaluate(() => {
          const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
          const figure = box('.presenting [data-panel] svg.chart'),
            words = box('.slide-words');
          const cut = [...document.querySelectorAll('.slide-words, .slide-figures, .slide-sentence')].filter(
            ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
              scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1,
          );
          const over = figure.bottom > words.top && figure.right > words.left;
          return { cut: cut.length, over, high: figure.height > 0.3 * innerHeight, seen: words.bottom <= innerHeight };
        }),
      )
      .toEqual({ cut: 0, over: false, high: true, seen: true });
  }
  await page.keyboard.press('b');
  await expect(stage.locator('.slide-blank')).toBeVisible();
  await page.keyboard.press('2');
  await expect(title).toHaveText('No noise');
  await page.keyboard.press('Escape');
  await expect(stage).toHaveCount(0);
  await expect.poll(where).toEqual(before);
  // What had it when P was pressed was made anew, for a window of another size.
  await expect(page.getByRole('button', { name: 'Present' })).toBeFocused();
  expect(errors).toEqual([]);
});
