import { pathToFileURL } from 'node:url';
import { finished, hasWebGL, openFinished, outcome, read, watchErrors } from './page';
import { dist } from './static-server';
import { expect, test } from './test';

/* The page as one file, opened from a disk. */
const file = pathToFileURL(`${dist}rank-under-noise.html`).href;

// On other pages, what it stores would be theirs too.
test.use({ apart: true });

test('shows what the hosted page shows, digit for digit, and trains with WebGL too; asks nobody for anything, keeps its link in the address, and says that it holds no digits', async ({
  page,
}) => {
  const errors = watchErrors(page);
  /** All that the page asks for, but itself and what it holds. */
  const requests: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (url.split('#')[0] !== file && !/^(?:blob|data):/.test(url)) requests.push(url);
  });
  const link = '#sigma=0.4&n=40&m=8&steps=40&backend=wasm';
  await page.goto(`${file}${link}`);
  await finished(page);
  const alone = await read(page);
  expect(alone.backend).toContain('WebAssembly');
  // What the folder loads later.
  await page.locator('[data-panel="sweep"]').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-panel="sweep"]').getByRole('button', { name: /^Draw/ })).toBeVisible();
  await page.getByRole('slider', { name: /noise/i }).first().press('ArrowLeft');
  await expect(page).toHaveURL(/^file:.*#.*sigma=0\.3\d/);

  await page.goto(`${file}#backend=webgl&n=40&m=8&steps=20`);
  await expect.poll(async () => (await read(page)).step).toBe(20);
  await finished(page);
  if (await hasWebGL(page)) expect((await read(page)).backend).toContain('GPU (WebGL)');
  await page.goto(`${file}#data=mnist`);
  await expect(outcome(page)).toContainText('MNIST digit 0 is not in this file');
  await expect(outcome(page)).toContainText('Choose synthetic images');
  await page.goto(`${file}#n=40&m=8&steps=19`);
  await finished(page);
  expect(requests).toEqual([]);
  expect(errors).toEqual([]);

  await openFinished(page, link);
  await expect.poll(() => read(page)).toEqual(alone);
});
