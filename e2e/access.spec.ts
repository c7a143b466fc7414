import { expect, test } from '@playwright/test';
import { finished, overflow } from './page';

test('nothing scrolls sideways on a narrow phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('./#steps=2');
  await finished(page);
  await page.getByRole('button', { name: 'More' }).click();
  expect(await overflow(page)).toBe(0);
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
