import { finished, outcome, read, slider, small, watchErrors, watchFinished } from './page';
import { expect, test } from './test';

test('everything on the first screen is reached by keyboard; one cursor moves every panel, by keys, by the pointer, and back to the end; a slider redraws the data, trains again and changes the address', async ({
  page,
}) => {
  const errors = watchErrors(page);
  const end = await watchFinished(page, small);

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

  const step = async () => (await read(page)).step;
  await page.getByRole('slider', { name: 'Step shown' }).focus();
  await page.keyboard.press('Home');
  await expect.poll(() => read(page)).toMatchObject({ step: 0, data: end.data });
  await expect(outcome(page)).toContainText('Looking back at step 0');
  await page.keyboard.press('ArrowRight');
  await expect.poll(step).toBeGreaterThan(0);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(step).toBe(0);
  const chart = page.locator('[data-panel="training"] svg.chart').first();
  await chart.scrollIntoViewIfNeeded();
  const box = (await chart.boundingBox())!;
  await page.mouse.move(box.x + box.width / 3, box.y + 40);
  await expect(page.locator('[data-panel="training"] .readout')).toContainText(/^step \d+ of 40: stable rank/);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 40);
  await page.mouse.up();
  await expect.poll(step).toBeGreaterThan(4);
  expect(await step()).toBeLessThan(15);
  await page.getByRole('button', { name: 'Back to step 40' }).click();
  await expect.poll(() => read(page)).toEqual(end);

  await slider(page, /Background noise/)
    .first()
    .fill('0.1');
  await expect(page).toHaveURL(/#v=1&sigma=0\.1&m=8&n=40&steps=40$/);
  await finished(page);
  await expect.poll(async () => (await read(page)).data).toBeLessThan(end.data - 5);
  expect((await read(page)).clean).toBe(end.clean);
  for (const name of [/Signal dimension/, /Background noise/, /Width/]) {
    for (const key of ['End', 'Home']) {
      await slider(page, name).first().focus();
      await page.keyboard.press(key);
      await finished(page);
    }
  }
  await expect.poll(() => read(page)).toMatchObject({ step: 40, clean: expect.closeTo(2, 6) });
  expect(errors).toEqual([]);
});
