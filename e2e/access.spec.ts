import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { finished } from './page';

const states = [
  { name: 'light', link: '#steps=10&theme=light' },
  { name: 'dark', link: '#steps=10&theme=dark' },
  { name: 'embedded', link: '#steps=10&embed=1' },
  { name: 'MNIST', link: '#data=mnist&steps=3&m=4&lr=0.25' },
  { name: 'with notices', link: '#steps=10&sigma=9&nonsense=1' },
];

for (const { name, link } of states) {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
    test(`axe finds nothing: ${name} at ${viewport.width}×${viewport.height}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.goto(`./${link}`);
      await finished(page);
      if (!link.includes('embed')) await page.getByRole('button', { name: 'More' }).click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
    });
  }
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
    reached.push(await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      return element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent ?? '';
    }));
  }
  for (const wanted of ['Preset', 'Signal dimension', 'Background noise', 'Width', 'Replay', 'Reset', 'New seed', 'Speed', 'More']) {
    expect(reached.some((name) => name.includes(wanted)), `${wanted} among ${reached.join(', ')}`).toBe(true);
  }
});
