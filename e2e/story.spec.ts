import { expect, test, type Page } from '@playwright/test';
import { finished, openFinished, read, slider, watchErrors } from './page';

const story = (page: Page, name: string) => page.locator(`[data-story="${name}"]`);
const told = (page: Page, name: string) => story(page, name).locator('.live');
const open = async (page: Page, name: string) => {
  await story(page, name).scrollIntoViewIfNeeded();
  return story(page, name);
};

test('six equal values add up to 6, one alone to 1, and the data to their stable rank', async ({ page }) => {
  const errors = watchErrors(page);
  const { data, filters, clean } = await openFinished(page, '');
  const rank = await open(page, 'rank');
  const sum = rank.locator('[data-sum]');
  await expect(sum).toHaveAttribute('data-sum', '6.0');
  await rank.getByRole('button', { name: 'One alone' }).click();
  await expect(sum).toHaveAttribute('data-sum', '1.0');
  await expect(rank.getByRole('button', { name: 'One alone' })).toHaveAttribute('aria-pressed', 'true');
  await rank.getByRole('slider').fill('0.5');
  // 1 + 1/4 + 1/16 + …
  await expect(sum).toHaveAttribute('data-sum', '1.3');
  for (const [name, value] of [
    ['Clean data', clean],
    ['Noisy data', data],
    ['Filters', filters],
  ] as const) {
    await rank.getByRole('button', { name }).click();
    await expect(sum).toHaveAttribute('data-sum', value.toFixed(1));
  }
  expect(errors).toEqual([]);
});

test('noise is dragged, taken away and put back where the text speaks of it', async ({ page }) => {
  const { data } = await openFinished(page, '');
  const noise = await open(page, 'noise');
  await expect(told(page, 'noise')).toContainText(`is ${data.toFixed(1)}, of 64 at most. Without noise it is 6.0`);
  await noise.getByRole('slider').fill('0.1');
  await expect(page).toHaveURL(/sigma=0\.1/);
  await expect(told(page, 'noise')).toContainText('At σ = 0.1 ');
  await noise.getByRole('button', { name: 'Take the noise away' }).click();
  await expect(told(page, 'noise')).toContainText('At σ = 0 there is no noise');
  await noise.getByRole('button', { name: 'Put it back: σ = 0.1' }).click();
  await expect(told(page, 'noise')).toContainText('At σ = 0.1 ');
});

test('the run can be watched from its start, and the text says what it did', async ({ page }) => {
  await openFinished(page, '#steps=120');
  const network = await open(page, 'network');
  const { filters } = await read(page);
  await expect(told(page, 'network')).toContainText(`the filters have stable rank ${filters.toFixed(1)}`);
  await expect(told(page, 'network')).toContainText('The first 6 singular values of the filters have risen');
  await network.getByRole('button', { name: 'Watch them rise' }).click();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await expect.poll(async () => (await read(page)).step).toBeLessThan(100);
  await finished(page);
  expect((await read(page)).filters).toBe(filters);
});

test('one filter can be followed, and let go of', async ({ page }) => {
  await openFinished(page, '');
  const winner = await open(page, 'winner');
  await expect(told(page, 'winner')).toContainText(/Of the 128 filters, \d+ follow a signal vector/);
  await winner.getByRole('button', { name: 'Follow one filter' }).click();
  await expect(page.locator('[data-panel="alignment"]').getByRole('button', { name: 'Close' })).toBeVisible();
  await winner.getByRole('button', { name: 'Let go' }).click();
  await expect(page.locator('[data-panel="alignment"]').getByRole('button', { name: 'Close' })).toHaveCount(0);
});

test('the race can be turned round, and beyond the limit the text says so', async ({ page }) => {
  await openFinished(page, '');
  const race = await open(page, 'race');
  await expect(told(page, 'race')).toHaveText('Now 58.6 is above 6: the signal is ahead.');
  await race.getByRole('button', { name: 'Let noise win: σ = 0.6' }).click();
  await expect(page).toHaveURL(/sigma=0\.6/);
  await expect(told(page, 'race')).toContainText('noise is ahead');
  await finished(page);
  await (await open(page, 'network')).scrollIntoViewIfNeeded();
  await expect(told(page, 'network')).toContainText('memorising their noise');
  const limit = await open(page, 'limit');
  await limit.getByRole('button', { name: 'Go well below it' }).click();
  await expect(page).toHaveURL(/sigma=0\.17/);
});

test('the sweep starts from the text', async ({ page }) => {
  await openFinished(page, '#side=4&k=2&n=16&patches=2&m=4&steps=40&levels=4');
  await (await open(page, 'limit')).getByRole('button', { name: 'Run a sweep' }).click();
  await expect(page.locator('[data-panel="sweep"]').locator('.point-grid button')).toHaveCount(4, { timeout: 30_000 });
});

test('digits are trained on from the text, and left again', async ({ page }) => {
  await openFinished(page, '#steps=5');
  await (await open(page, 'digits')).getByRole('button', { name: 'Train on digits' }).click();
  await expect(page).toHaveURL(/data=mnist/);
  await finished(page);
  await open(page, 'digits');
  await expect(told(page, 'digits')).toContainText(/Without noise it is \d\.\d: the data look far richer/);
  await open(page, 'race');
  await expect(told(page, 'race')).toContainText('There is no K');
  await story(page, 'digits').getByRole('button', { name: 'Go back to synthetic' }).click();
  await expect(page).not.toHaveURL(/mnist/);
});

test('a symbol shows its value, marks its slider, and opens its field, by pointer and by keyboard', async ({
  page,
}) => {
  await page.goto('./#steps=5');
  await finished(page);
  const race = await open(page, 'race');
  const own = page.locator('.slider', { hasText: 'Background noise' }).first();
  await race.locator('mi[data-symbol="sigma"]').hover();
  const value = race.locator('[data-value="sigma"] button');
  await expect(value).toHaveText('σ = 0.2');
  await expect(value).toHaveClass(/active/);
  await expect(own).toHaveClass(/pointed-at/);
  await race.locator('mi[data-symbol="n"]').click();
  await expect(page.getByRole('spinbutton', { name: 'Training images n' })).toBeFocused();
  await page.getByRole('spinbutton', { name: 'Training images n' }).fill('60');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/n=60/);
  await expect(race.locator('[data-value="n"] button')).toHaveText('n = 60');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('spinbutton', { name: 'Training images n' })).toHaveCount(0);
  await expect(race.locator('[data-value="n"] button')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(race.locator('[data-value="q"] [data-found="symbol"]')).toBeVisible();
  await expect(race.locator('[data-value="q"] [data-found="symbol"]')).toHaveText('q = 3');
});

test('the glossary opens on hover, on focus and by keys, and closes on Escape', async ({ page }) => {
  await page.goto('./#steps=5');
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
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 700 }, hasTouch: true });

  test('a tap opens the glossary within the screen, a tap elsewhere closes it; nothing scrolls sideways', async ({
    page,
  }) => {
    await page.goto('./#steps=5');
    const rank = await open(page, 'rank');
    await rank.getByRole('button', { name: 'spectrum' }).tap();
    const words = page.getByRole('tooltip').filter({ hasText: 'from the largest to the smallest' });
    await expect(words).toBeVisible();
    const box = (await words.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(320);
    await rank.getByRole('heading').tap();
    await expect(words).toBeHidden();
    await (await open(page, 'race')).locator('mi[data-symbol="sigma"]').tap();
    await expect(story(page, 'race').getByRole('slider')).toBeVisible();
    for (const name of ['rank', 'noise', 'network', 'winner', 'race', 'limit', 'digits', 'paper', 'added'])
      await open(page, name);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

test('the page’s own slider stays the only one of its name', async ({ page }) => {
  await page.goto('./#steps=5');
  await open(page, 'added');
  await expect(slider(page, /noise/)).toHaveCount(1);
});

test('the paper can be cited, and is not the page’s', async ({ page }) => {
  await page.goto('./#steps=5');
  const footer = page.getByRole('contentinfo');
  await expect(footer.getByLabel('BibTeX')).toHaveValue(/eprint|arXiv:2504\.08628/);
  await expect(footer).toContainText('not made or endorsed by the paper’s authors');
  await expect(story(page, 'paper').getByRole('link', { name: 'Read the paper' })).toHaveAttribute(
    'href',
    'https://arxiv.org/abs/2504.08628',
  );
});

test('a frame has no prose', async ({ page }) => {
  await page.goto('./#steps=5&embed=1&show=sweep,theory');
  await expect(page.locator('[data-panel="theory"]')).toBeVisible();
  await expect(page.locator('[data-story]')).toHaveCount(0);
});
