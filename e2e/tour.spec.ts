import { type Page } from '@playwright/test';
import { tour } from '../src/story/tour/steps';
import { finished, outcome, read, slider, small, usualFonts, watchErrors } from './page';
import { expect, test } from './test';

const bar = (page: Page) => page.getByRole('region', { name: 'Guided tour' });
const text = (page: Page) => bar(page).locator('.tour-text');
const button = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true });
const spoken = (page: Page) => page.getByRole('status', { name: 'Moments of training' });

/**
 * What some steps say at their end, one of each that begins another way. What every step says, and that it may, is proved in
 * scripts/evidence/seeds.test.ts; what each begins, in src/story/tour/guide.test.ts.
 */
const ends = {
  clean: /stable rank of the data is 6\.0/,
  noise: /from 6\.0 to 41\.\d/,
  first: /^By step \d+ .* fallen to 1\.\d/,
  rise: /^6 of the first 6 .* from step \d+ to step \d+/,
  ignore: /stable rank 4\.\d, their data 41\.\d/,
  sweep: /^13 runs: .* from 6\.0 to 4\d\.\d.*then they begin to follow noise/,
  digits: /from 1\.\d to 19\.\d; that of the filters is 1\.\d/,
} satisfies Partial<Record<(typeof tour)[number]['name'], RegExp>>;

test('the whole tour by keyboard alone: every step has its link and its panel in sight; Back leads into it again, and leaving it after a reload gives the experiment back', async ({
  page,
}) => {
  const errors = watchErrors(page);
  const own = /#v=1&m=8&n=40&steps=40&seed=5&theme=dark$/;
  // Where motion is not wanted, runs show their ends at once.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`./${small}&seed=5&theme=dark`);
  await page.getByRole('button', { name: 'Tour' }).focus();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Next')).toBeFocused();
  for (const [i, { name, panels }] of tour.entries()) {
    await expect(bar(page).getByRole('heading')).toContainText(`${i + 1} of ${tour.length}`);
    await expect(page).toHaveURL(new RegExp(`theme=dark.*tour=${name}$`));
    if (name in ends) await expect(text(page)).toHaveText(ends[name as keyof typeof ends]);
    const panel = page.locator(`[data-panel="${panels[0]}"]`);
    await expect(panel).toBeInViewport({ ratio: 0.5 });
    await expect(panel).toHaveCSS('outline-style', 'solid');
    if (name === 'rise') {
      await expect(outcome(page)).toContainText('Finished');
      await expect.poll(async () => (await read(page)).step).toBe(300);
    }
    if (i < tour.length - 1) await page.keyboard.press('Enter');
  }
  await expect(button(page, 'Finish')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`tour=${tour.at(-2)!.name}`));
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  // The experiment from before the tour is back, and so is the focus.
  await expect(page).toHaveURL(own);
  await finished(page);
  await expect(page.getByRole('button', { name: 'Tour' })).toBeFocused();

  await page.goBack();
  await expect(page).toHaveURL(/tour=\w+$/);
  await expect(bar(page)).toBeVisible();
  await page.reload();
  await button(page, 'Leave').click();
  await expect(page).toHaveURL(own);
  await finished(page);
  expect(errors).toEqual([]);
});

test('a link opens its step without taking the focus; keys outside the bar are not the tour’s, and a changed experiment says so', async ({
  page,
}) => {
  await page.goto('./#tour=noise');
  await expect(text(page)).toHaveText(ends.noise);
  await expect(outcome(page)).toContainText('press Play');
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  for (const key of ['ArrowRight', 'n', 'Escape', 'Space']) await page.keyboard.press(key);
  await slider(page, /Background noise/)
    .first()
    .fill('0.1');
  await expect(text(page)).toContainText('You have changed the experiment');
  // None of the keys has led away.
  await expect(page).toHaveURL(/sigma=0\.1&tour=noise$/);
  await button(page, 'Back to this step’s experiment').click();
  await expect(text(page)).toHaveText(ends.noise);
  await button(page, 'Back').click();
  await expect(page).toHaveURL(/sigma=0&tour=clean$/);
  await expect(text(page)).toHaveText(ends.clean);
  await expect(button(page, 'Back')).toHaveAttribute('aria-disabled', 'true');
  // A variation that somebody shares stays one.
  await page.goto('about:blank');
  await page.goto(`./${small}&tour=noise`);
  await expect(text(page)).toContainText('You have changed the experiment');
  await expect(page).toHaveURL(/m=8&n=40&steps=40&tour=noise$/);
});

test('in a frame of any size the bar has its place and nothing scrolls', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./#embed=1&tour=ignore');
  await expect(text(page)).toHaveText(ends.ignore);
  for (const { width, height } of [
    { width: 960, height: 600 },
    { width: 320, height: 240 },
  ]) {
    await page.setViewportSize({ width, height });
    await expect
      .poll(async () => {
        const box = (await bar(page).boundingBox())!,
          filters = (await page.locator('[data-panel="filters"]').boundingBox())!;
        return { inside: box.y + box.height <= height && box.height <= 84, below: filters.y + filters.height <= box.y };
      })
      .toEqual({ inside: true, below: true });
    for (const name of ['Back', 'Next', 'Leave']) await expect(button(page, name)).toBeInViewport({ ratio: 1 });
  }
  await button(page, 'Leave').click();
  await expect(bar(page)).toHaveCount(0);
  await expect(page).toHaveURL(/#v=1&embed=1$/);
});

// What every preset says, and that it is so, is judged in scripts/evidence.
test('a preset says what to look for and what came of it, and moves nothing by it', async ({ page }) => {
  const verdicts = {
    'no-noise': /Without noise the data have rank 6\.0, the filters 4\.\d\. .*learnt the signal/,
    memorised: /memorised noise: only \d(\.\d)?% .* test accuracy is 0\.5\d ± 0\.02, as by guessing/,
    diverges: /diverged by step \d+/,
  };
  await usualFonts(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./#autoplay=0');
  const place = page.locator('.verdict');
  await expect(place).toContainText('Noise fills every other direction');
  const before = await place.boundingBox();
  for (const [name, words] of Object.entries(verdicts)) {
    await page.getByLabel('Preset').selectOption(name);
    await expect(place.locator('.came')).toHaveText(words);
    await expect(page.getByLabel('Preset')).toHaveValue(name);
    // A run that diverged says in a line of its own what to change.
    if (name !== 'diverges') expect(await place.boundingBox()).toEqual(before);
  }
});

test('moments are spoken: not frames, and of a slider that is dragged the end alone', async ({ page }) => {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => {
      const now = document.querySelector('.milestones')?.textContent ?? '';
      if (now !== '' && said.at(-1) !== now) said.push(now);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await page.goto(`./${small}`);
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  await expect(spoken(page)).toHaveText(
    /^Finished after 40 steps\. Rank of the filters \d\.\d, of the data at σ = 0\.2 \d+\.\d\. Test accuracy 0\.\d+\.$/,
  );
  expect((await said()).length).toBeLessThanOrEqual(3);
  const before = (await said()).length;
  await slider(page, /Background noise/)
    .first()
    .focus();
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight');
  await expect(spoken(page)).toContainText('σ = 0.32');
  expect((await said()).slice(before).filter((words) => words !== 'Training started.')).toHaveLength(1);
});
