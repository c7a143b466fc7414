import { finished, watchErrors } from './page';
import { expect, test } from './test';

const sizes = [
  [240, 135],
  [320, 240],
  [360, 640],
  [480, 270],
  [640, 480],
  [960, 540],
  [1920, 1080],
] as const;

for (const link of [
  '#embed=1&n=40&steps=10',
  '#embed=1&n=40&steps=10&show=sweep,map',
  '#embed=1&n=40&steps=10&show=filters&controls=sigma',
  '#embed=1&n=40&steps=10&show=tiles',
  '#embed=1&n=40&steps=10&show=data,filters',
]) {
  test(`${link} fits frames from ${sizes[0].join(' × ')} to ${sizes.at(-1)!.join(' × ')} without a scroll bar`, async ({
    page,
  }) => {
    const errors = watchErrors(page);
    await page.setViewportSize({ width: sizes[0][0], height: sizes[0][1] });
    await page.goto(`./${link}`);
    await expect(page.locator('.embedded .fit').first()).toBeVisible();
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await expect
        .poll(
          () =>
            page.evaluate(() => {
              const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
              const fits = [...document.querySelectorAll('.fit')].map((element) => {
                const { top, bottom, left, right } = element.getBoundingClientRect();
                return top >= 0 && left >= 0 && bottom <= innerHeight + 0.5 && right <= innerWidth + 0.5;
              });
              // The value of the width comes in two lengths.
              const cut = [
                ...document.querySelectorAll<HTMLElement>('.slider label, .slider output, .controls button'),
              ].filter((words) => {
                const { top, right, bottom } = words.getBoundingClientRect(),
                  { bottom: end } = (words.closest('.slider') ?? words).getBoundingClientRect();
                return (
                  words.scrollWidth > words.clientWidth + 1 ||
                  right > innerWidth + 0.5 ||
                  bottom > end + 0.5 ||
                  bottom - top > 40
                );
              });
              return {
                cut: cut.map(({ textContent }) => textContent),
                seen: [clientWidth, clientHeight],
                scrolls: [scrollWidth, scrollHeight],
                inside: fits.length > 0 && fits.every(Boolean),
              };
            }),
          { message: `${width} × ${height}` },
        )
        .toEqual({ cut: [], seen: [width, height], scrolls: [width, height], inside: true });
    }
    // Here they take no room.
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflow)).toBe('hidden');
    expect(errors).toEqual([]);
  });
}

test('a frame keeps the panels and controls that its link names, and may be transparent', async ({ page }) => {
  await page.goto('./#embed=1&show=filters,training&controls=sigma,q&ground=transparent&n=40&m=8&steps=10');
  await finished(page);
  await expect(page.locator('[data-panel="filters"]')).toBeVisible();
  await expect(page.locator('[data-panel="data"]')).toHaveCount(0);
  await expect(page.getByRole('slider', { name: /noise/ })).toBeVisible();
  await expect(page.getByLabel('Exponent q')).toBeVisible();
  await expect(page.getByRole('slider', { name: /Width/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Rank under noise' })).toHaveAttribute(
    'href',
    /#(?!.*embed=)(?!.*show=)/,
  );
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgba(0, 0, 0, 0)');
});
