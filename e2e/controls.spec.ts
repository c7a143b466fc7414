import { finished, openFinished, read, slider, small, watchErrors } from './page';
import { expect, test } from './test';

test('moving the noise slider redraws the data, trains again and changes the address; sliders reach both ends by keys', async ({
  page,
}) => {
  const errors = watchErrors(page);
  const before = await openFinished(page, small);
  await slider(page, /Background noise/).fill('0.1');
  await expect(page).toHaveURL(/#v=1&sigma=0\.1&m=8&n=40&steps=40$/);
  await finished(page);
  await expect.poll(async () => (await read(page)).data).toBeLessThan(before.data - 5);
  expect((await read(page)).clean).toBe(before.clean);
  for (const name of [/Signal dimension/, /Background noise/, /Width/]) {
    for (const key of ['End', 'Home']) {
      await slider(page, name).focus();
      await page.keyboard.press(key);
      await finished(page);
    }
  }
  await expect.poll(() => read(page)).toMatchObject({ step: 40, clean: expect.closeTo(2, 6) });
  expect(errors).toEqual([]);
});
