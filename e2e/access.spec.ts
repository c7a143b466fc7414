import { finished, small } from './page';
import { expect, test } from './test';

test('everything on the first screen can be reached by keyboard', async ({ page }) => {
  await page.goto(`./${small}`);
  await finished(page);
  const reached: string[] = [];
  for (let i = 0; i < 30; i++) {
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
    'Restart',
    'Pace',
    'More',
  ]) {
    expect(
      reached.some((name) => name.includes(wanted)),
      `${wanted} among ${reached.join(', ')}`,
    ).toBe(true);
  }
});
