import { outcome, watchErrors } from './page';
import { expect, test } from './test';

const title = '噪声下的秩';

// What is said in Chinese, everywhere on the page, is read in src/page/language.test.tsx; which language a browser and a
// link get, in src/strings/strings.test.ts.
test.describe('a browser that asks for Chinese', () => {
  test.use({ locale: 'zh-CN', apart: true });

  test('gets the page in Chinese; a button leads to the other language and back, and the link remembers', async ({
    page,
  }) => {
    const errors = watchErrors(page);
    await page.goto('./#n=40&m=8&steps=3');
    await expect(outcome(page)).toContainText('已完成');
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(page).toHaveTitle(title);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('噪声');
    expect(page.url()).not.toContain('lang');

    const menu = page.getByRole('button', { name: /^(语言|Language)/ });
    const there = page.getByRole('button', { name: 'English' });
    await menu.click();
    await expect(there).toHaveAttribute('lang', 'en');
    await there.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveTitle('Rank under noise');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page).toHaveURL(/lang=en/);
    const back = page.getByRole('button', { name: '中文' });
    await expect(menu).toBeFocused();
    await page.reload();
    await expect(page).toHaveTitle('Rank under noise');
    await menu.click();
    await back.click();
    await expect(page).toHaveTitle(title);
    await expect(page).toHaveURL(/lang=zh/);
    expect(errors).toEqual([]);
  });
});
