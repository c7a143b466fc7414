import { expect, test, type Page } from '@playwright/test';
import { outcome, scrollThrough, watchErrors } from './page';

const title = '噪声下的秩';

/** Until the run has ended, in Chinese. */
const ended = (page: Page) => expect(outcome(page)).toContainText('已完成', { timeout: 50_000 });

/** What visitors read and screen readers say that looks like English: three Latin words in a row, other than names. */
async function english(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const kept = 'textarea, script, style, noscript, [lang="en"]';
    const names =
      /Gradient Descent Robustly Learns the Intrinsic Dimension of Data in Training Convolutional Neural Networks|Zhang, Gao, Zou, Cao|Cao, Chen, Belkin, Gu/g;
    const said: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement!.closest(kept)) said.push(walker.currentNode.textContent!);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [alt], [placeholder], [aria-valuetext]')) {
      if (!element.closest(kept))
        said.push(
          ...['aria-label', 'title', 'alt', 'placeholder', 'aria-valuetext'].map(
            (name) => element.getAttribute(name) ?? '',
          ),
        );
    }
    return [
      ...new Set(said.filter((text) => /(?:[A-Za-z]{2,}[\s,;:]+){2}[A-Za-z]{2,}/.test(text.replaceAll(names, '')))),
    ];
  });
}

test.describe('a browser that asks for Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('gets the page in Chinese', async ({ page }) => {
    const errors = watchErrors(page);
    await page.goto('./#steps=3');
    await ended(page);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(page).toHaveTitle(title);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('噪声');
    expect(page.url()).not.toContain('lang');
    expect(errors).toEqual([]);
  });

  test('gets English where the link asks for it', async ({ page }) => {
    await page.goto('./#lang=en&steps=3');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page).toHaveTitle('Rank under noise');
  });

  test('reads no sentence in English, in any part of the page', async ({ page }) => {
    test.slow();
    await page.goto('./#steps=40&levels=3&sigma=9&nonsense=1&pins=m:16');
    await ended(page);
    await page.getByRole('button', { name: '更多' }).click();
    await scrollThrough(page);
    await page.getByRole('button', { name: '画出曲线' }).click();
    await expect(page.locator('[data-panel="sweep"]')).toContainText('已完成 3 次运行', { timeout: 40_000 });
    await scrollThrough(page);
    expect(await english(page)).toEqual([]);
    for (const name of ['分享', '保存']) {
      await page.getByRole('button', { name, exact: true }).first().click();
      const dialog = page.getByRole('dialog');
      await expect(dialog).toBeVisible();
      expect(await english(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
  });

  test('reads the tour in Chinese', async ({ page }) => {
    await page.goto('./#tour=ignore');
    await expect(page.locator('.tour-text')).toContainText('步之后，滤波器的稳定秩为', { timeout: 40_000 });
    expect(await english(page)).toEqual([]);
  });
});

test.describe('a browser that asks for traditional characters', () => {
  test.use({ locale: 'zh-TW' });

  test('gets English', async ({ page }) => {
    await page.goto('./#steps=3');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Noise');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

test('a button leads to the other language and back, and the link remembers', async ({ page }) => {
  await page.goto('./#steps=3');
  const there = page.getByRole('button', { name: '中文' });
  await expect(there).toHaveAttribute('lang', 'zh-CN');
  await there.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle(title);
  await expect(page).toHaveURL(/lang=zh/);
  const back = page.getByRole('button', { name: 'English' });
  await expect(back).toBeFocused();
  await page.reload();
  await expect(page).toHaveTitle(title);
  await back.click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveURL(/lang=en/);
});
