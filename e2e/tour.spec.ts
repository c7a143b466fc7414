import { expect, test, type Page } from '@playwright/test';
import { tour } from '../src/story/tour';
import { finished, outcome, read, slider, watchErrors } from './page';

const bar = (page: Page) => page.getByRole('region', { name: 'Guided tour' });
const text = (page: Page) => bar(page).locator('.tour-text');
const button = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true });
const spoken = (page: Page) => page.getByRole('status', { name: 'Moments of training' });

/** What a step says once its run, or its sweep, has ended. */
const ends: Readonly<Record<(typeof tour)[number]['name'], RegExp>> = {
  clean: /stable rank of the data is 6\.0/,
  noise: /from 6\.0 to 41\.\d/,
  random: /128 filters .* stable rank is 23\.\d/,
  first: /^By step \d+ .* fallen to 1\.\d/,
  rise: /^6 of the first 6 .* from step \d+ to step \d+/,
  ignore: /stable rank 4\.\d, their data 41\.\d/,
  winner: /^Of 128 filters, \d+ follow one signal vector each/,
  width: /800 filters, and their stable rank is 4\.\d/,
  sweep: /^12 runs: .* from 6\.0 to 4\d\.\d.*then they begin to follow noise/,
  memorised: /Training accuracy is 1\.00, test accuracy 0\.[456]/,
  digits: /from 1\.\d to 19\.\d; that of the filters is 1\.\d/,
};

test('the whole tour by keyboard alone: every step has its link, its numbers and its panel in sight', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const errors = watchErrors(page);
  await page.goto('./#steps=5&theme=dark');
  await finished(page);
  await page.getByRole('button', { name: 'Tour' }).focus();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Next')).toBeFocused();
  for (const [i, { name, panels }] of tour.entries()) {
    await expect(bar(page).getByRole('heading')).toContainText(`${i + 1} of ${tour.length}`);
    await expect(page).toHaveURL(new RegExp(`theme=dark.*tour=${name}$`));
    await expect(text(page)).toHaveText(ends[name], { timeout: 60_000 });
    await expect(page.locator(`[data-panel="${panels[0]}"]`)).toBeInViewport({ ratio: 0.5 });
    expect(
      await page.locator(`[data-panel="${panels[0]}"]`).evaluate((panel) => getComputedStyle(panel).outlineStyle),
    ).toBe('solid');
    if (i < tour.length - 1) await page.keyboard.press('Enter');
  }
  await expect(button(page, 'Finish')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/tour=memorised/);
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  // What was shown stays; the focus is where the tour began.
  await expect(page).toHaveURL(/#v=1&sigma=0\.45&theme=dark$/);
  await expect(page.getByRole('button', { name: 'Tour' })).toBeFocused();
  expect(errors).toEqual([]);
});

test('a link opens its step without taking the focus, and goes back and on from there', async ({ page }) => {
  await page.goto('./#tour=noise');
  await expect(text(page)).toHaveText(ends.noise);
  await expect(outcome(page)).toContainText('press Play');
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await button(page, 'Back').click();
  await expect(page).toHaveURL(/sigma=0&tour=clean$/);
  await expect(text(page)).toHaveText(ends.clean);
  await expect(button(page, 'Back')).toHaveAttribute('aria-disabled', 'true');
  await page.goto('./#tour=digits');
  await expect(text(page)).toHaveText(ends.digits, { timeout: 40_000 });
  await expect(page).toHaveURL(/data=mnist.*tour=digits$/);
});

test('keys outside the bar are not the tour’s, and a changed experiment says so', async ({ page }) => {
  await page.goto('./#tour=noise');
  await expect(text(page)).toHaveText(ends.noise);
  for (const key of ['ArrowRight', 'n', 'Escape', 'Space']) await page.keyboard.press(key);
  await expect(page).toHaveURL(/tour=noise$/);
  await slider(page, /Background noise/)
    .first()
    .fill('0.1');
  await expect(text(page)).toContainText('You have changed the experiment');
  await button(page, 'Back to this step’s experiment').click();
  await expect(text(page)).toHaveText(ends.noise);
  // A variation that somebody shares stays one.
  await page.goto('about:blank');
  await page.goto('./#sigma=0.1&tour=noise');
  await expect(text(page)).toContainText('You have changed the experiment');
  await expect(page).toHaveURL(/sigma=0\.1&tour=noise$/);
});

test('a step that there is not is told of, with whatever else was wrong', async ({ page }) => {
  await page.goto('./#tour=nowhere&sigma=9&steps=5');
  await expect(page.locator('.notices')).toContainText('there is no step named “nowhere”');
  await expect(page.locator('.notices')).toContainText('sigma');
  await expect(bar(page)).toHaveCount(0);
  await expect(page).toHaveURL(/#v=1&sigma=2&steps=5$/);
});

for (const { width, height } of [
  { width: 960, height: 600 },
  { width: 320, height: 240 },
]) {
  test(`in a frame of ${width}×${height} the bar has its place and nothing scrolls`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./#embed=1&tour=ignore');
    await expect(text(page)).toHaveText(ends.ignore, { timeout: 40_000 });
    const box = (await bar(page).boundingBox())!;
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    expect(box.height).toBeLessThanOrEqual(84);
    const filters = (await page.locator('[data-panel="filters"]').boundingBox())!;
    expect(filters.y + filters.height).toBeLessThanOrEqual(box.y);
    for (const name of ['Back', 'Next', 'Leave']) await expect(button(page, name)).toBeInViewport({ ratio: 1 });
    await button(page, 'Leave').click();
    await expect(bar(page)).toHaveCount(0);
    await expect(page).toHaveURL(/#v=1&embed=1$/);
  });
}

test('in a frame a step brings its panels, and starts nothing where the link forbids it', async ({ page }) => {
  await page.goto('./#embed=1&autoplay=0&tour=sweep');
  await expect(page.locator('[data-panel="sweep"]')).toBeVisible();
  await expect(page.locator('[data-panel="data"]')).toHaveCount(0);
  await page.waitForTimeout(1000);
  await expect(text(page)).toContainText('One run is one point');
});

test('with reduced motion runs show their ends at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./#tour=random');
  await expect(text(page)).toHaveText(ends.random);
  await button(page, 'Next').click();
  await expect(text(page)).toHaveText(ends.first, { timeout: 20_000 });
  await button(page, 'Next').click();
  await expect(outcome(page)).toContainText('Finished');
  expect((await read(page)).step).toBe(300);
  await page.goto('./#tour=memorised');
  await expect(text(page)).toHaveText(ends.memorised, { timeout: 20_000 });
});

test('every preset says what to look for and what came of it, and moves nothing by it', async ({ page }) => {
  test.setTimeout(240_000);
  const verdicts = {
    'no-noise': /without noise, filters 4\.\d and data 6\.0/,
    default: /flat: filters 4\.\d → 4\.\d while the data went 6\.0 → 41\.\d/,
    wide: /flat/,
    'nine-patches': /flat: .*→ 4\d\.\d/,
    'image-matrix': /flat: .* 16\.0 → 6\d\.\d/,
    mnist: /flat: filters 1\.\d → 1\.\d while the data went 1\.\d → 19\.\d/,
    'near-critical': /moved/,
    memorised: /memorised: the signal span holds \d(\.\d)?% .* test accuracy is 0\.[56]/,
    'few-images': /memorised/,
    diverges: /diverged by step \d+/,
  };
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./#autoplay=0');
  const place = page.locator('.verdict');
  await expect(place).toContainText('Noise fills every direction');
  const before = await place.boundingBox();
  for (const [name, words] of Object.entries(verdicts)) {
    await page.getByLabel('Preset').selectOption(name);
    await expect(place.locator('.came')).toHaveText(words, { timeout: 60_000 });
    await expect(page.getByLabel('Preset')).toHaveValue(name);
    expect(await place.boundingBox()).toEqual(before);
  }
});

test('moments are spoken: not frames, and of a slider that is dragged the end alone', async ({ page }) => {
  await page.goto('./');
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => {
      const now = document.querySelector('.milestones')?.textContent ?? '';
      if (now !== '' && said.at(-1) !== now) said.push(now);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  await expect(spoken(page)).toHaveText(
    /^Finished after 300 steps\. Rank of the filters 4\.\d, of the data at σ = 0\.2 41\.\d\. Test accuracy 1\.00\.$/,
    { timeout: 20_000 },
  );
  expect((await said()).length).toBeLessThanOrEqual(3);
  const before = (await said()).length;
  const noise = slider(page, /Background noise/).first();
  await noise.focus();
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(150);
  }
  await expect(spoken(page)).toContainText('σ = 0.32', { timeout: 20_000 });
  expect((await said()).slice(before).filter((words) => words !== 'Training started.')).toHaveLength(1);
});
