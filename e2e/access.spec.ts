import { expect, test, type Page } from '@playwright/test';
import { violations } from './axe';
import { finished } from './page';

const desktop = { width: 1280, height: 800 },
  phone = { width: 390, height: 844 };

interface State {
  readonly name: string;
  readonly link: string;
  readonly size: typeof desktop;
  /** What a visitor does before the page is looked at. */
  act?(page: Page): Promise<unknown>;
}

const more = (page: Page) => page.locator('.more-button').click();

const states: readonly State[] = [
  { name: 'light, the whole table open', link: '#steps=10&m=4&theme=light', size: desktop, act: more },
  { name: 'dark, the whole table open', link: '#steps=10&m=4&theme=dark', size: phone, act: more },
  { name: 'on a projector', link: '#steps=10&m=4&theme=projector', size: desktop },
  { name: 'in Chinese, dark', link: '#steps=10&m=4&lang=zh&theme=dark', size: phone },
  { name: 'digits', link: '#data=mnist&steps=3&m=4&lr=0.25', size: phone, act: more },
  { name: 'with notices', link: '#steps=10&m=4&sigma=9&nonsense=1', size: phone },
  {
    name: 'diverged',
    link: '#side=3&patches=9&sigma=1&lr=100&noise=everywhere&project=0&m=4&theme=dark',
    size: desktop,
  },
  {
    name: 'sharing',
    link: '#steps=10&m=4',
    size: desktop,
    act: (page) =>
      page
        .getByRole('button', { name: 'Share', exact: true })
        .click()
        .then(() => expect(page.getByRole('dialog')).toBeVisible()),
  },
  {
    name: 'saving',
    link: '#steps=10&m=4&theme=dark',
    size: phone,
    act: (page) =>
      page
        .getByRole('button', { name: 'Save', exact: true })
        .click()
        .then(() => expect(page.getByRole('dialog')).toBeVisible()),
  },
  {
    name: 'a sweep drawn, a run pinned',
    link: '#steps=10&m=4&n=24&levels=3&pins=default;sigma:0,steps:10',
    size: desktop,
    act: async (page) => {
      await page.getByRole('button', { name: /^Draw the curve/ }).click();
      await expect(page.locator('[data-panel="sweep"] .status-text')).toContainText('3 runs made');
    },
  },
  { name: 'embedded', link: '#steps=10&m=4&embed=1', size: phone },
  {
    name: 'embedded with every panel, dark',
    link: '#steps=10&m=4&embed=1&theme=dark&show=figures,data,filters,training,sweep,map,tiles,alignment,images,runs,theory',
    size: desktop,
  },
];

for (const { name, link, size, act } of states) {
  test(`axe finds nothing: ${name}`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.goto(`./${link}`);
    await expect(page.locator('.milestones')).toHaveText(/Finished|diverged|完成/, { timeout: 50_000 });
    if (!link.includes('embed')) await expect(page.locator('footer')).toBeAttached();
    await act?.(page);
    // The frame in the share dialog is the page once more, with landmarks of the same names.
    expect(await violations(page, (axe) => axe.exclude('iframe'))).toEqual([]);
  });
}

test('nothing scrolls sideways on a narrow phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('./#steps=2');
  await finished(page);
  await page.getByRole('button', { name: 'More' }).click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('everything on the first screen can be reached by keyboard', async ({ page }) => {
  await page.goto('./#steps=2');
  await finished(page);
  const reached: string[] = [];
  for (let i = 0; i < 16; i++) {
    await page.keyboard.press('Tab');
    reached.push(
      await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        return (
          element.getAttribute('aria-label') ??
          (element as HTMLInputElement).labels?.[0]?.textContent ??
          element.textContent ??
          ''
        );
      }),
    );
  }
  for (const wanted of [
    'Preset',
    'Signal dimension',
    'Background noise',
    'Width',
    'Replay',
    'Reset',
    'New seed',
    'Speed',
    'More',
  ]) {
    expect(
      reached.some((name) => name.includes(wanted)),
      `${wanted} among ${reached.join(', ')}`,
    ).toBe(true);
  }
});
