import { type Page } from '@playwright/test';
import { finished, openFinished, overflow, read, small } from './page';
import { expect, test } from './test';

// What the prose says of every state, and what its buttons do, is proved in src/story and src/page/story.test.tsx.

const story = (page: Page, name: string) => page.locator(`[data-story="${name}"]`);
const open = async (page: Page, name: string) => {
  await story(page, name).scrollIntoViewIfNeeded();
  return story(page, name);
};

test('the glossary opens on hover, on focus and by keys, and closes on Escape; a symbol shows its value, marks its slider, and opens its field, by pointer and by keyboard; the run is watched from its start', async ({
  page,
}) => {
  await openFinished(page, small);
  const rank = await open(page, 'rank');
  const word = rank.getByRole('button', { name: 'stable rank' });
  const words = page.getByRole('tooltip').filter({ hasText: 'in units of its largest direction' });
  await expect(words).toBeHidden();
  await word.hover();
  await expect(words).toBeVisible();
  await page.mouse.move(2, 2);
  await expect(words).toBeHidden();
  await rank.getByRole('button', { name: 'singular values' }).focus();
  for (let i = 0; i < 2; i++) await page.keyboard.press('Tab');
  await expect(word).toBeFocused();
  await expect(words).toBeVisible();
  await expect(word).toHaveAccessibleDescription(/Σs²\/s₁²/);
  await page.keyboard.press('Escape');
  await expect(words).toBeHidden();
  await expect(word).toBeFocused();

  const race = await open(page, 'race');
  const own = page.locator('.curve [data-parameter="sigma"]');
  const value = race.locator('[data-value="sigma"] button');
  await expect(value).toHaveText('σ = 0.2');
  // The page may still settle, and what was pointed at move away.
  await expect(async () => {
    await page.mouse.move(2, 2);
    await race.locator('mi[data-symbol="sigma"]').hover();
    await expect(value).toHaveClass(/active/, { timeout: 1000 });
  }).toPass();
  await expect(own).toHaveClass(/pointed-at/);
  await race.locator('mi[data-symbol="n"]').first().click();
  const field = page.getByRole('spinbutton', { name: 'Training images n' });
  await expect(field).toBeFocused();
  await field.fill('60');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/n=60/);
  await expect(race.locator('[data-value="n"] button')).toHaveText('n = 60');
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(race.locator('[data-value="n"] button')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(race.locator('[data-value="q"] [data-found="symbol"]')).toBeVisible();
  await expect(race.locator('[data-value="q"] [data-found="symbol"]')).toHaveText('q = 3');

  await finished(page);
  const { filters } = await read(page);
  await (await open(page, 'network')).getByRole('button', { name: 'Watch them rise' }).click();
  // It acts where it stands: the page stays, and the filters' energies beside it follow.
  await expect(story(page, 'network').locator('.live').first()).toContainText(/^At step/);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await finished(page);
  await expect.poll(async () => (await read(page)).filters).toBe(filters);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 700 }, hasTouch: true, apart: true });

  test('a tap opens the glossary within the screen, a tap elsewhere closes it; nothing scrolls sideways', async ({
    page,
  }) => {
    await page.goto('./#n=40&m=8&steps=5');
    const rank = await open(page, 'rank');
    await rank.getByRole('button', { name: 'spectrum' }).tap();
    const words = page.getByRole('tooltip').filter({ hasText: 'from the largest to the smallest' });
    await expect(words).toBeVisible();
    const box = (await words.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(320);
    await rank.getByRole('heading').tap();
    await expect(words).toBeHidden();
    // Formulas are folded where there is no width for them.
    const race = await open(page, 'race');
    await race.locator('summary').first().tap();
    await race.locator('mi[data-symbol="sigma"]').first().tap();
    await expect(story(page, 'race').getByRole('slider')).toBeVisible();
    for (const name of ['rank', 'limit', 'noise', 'network', 'winner', 'race', 'digits', 'compare', 'paper'])
      await open(page, name);
    expect(await overflow(page)).toBe(0);
  });
});
