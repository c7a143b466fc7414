import { openFinished, watchErrors, watchFinished, type Reading } from './page';
import { expect, test } from './test';

/** The claim itself, at the default experiment. What makes it up is proved in Node: src/training/must-show.test.ts. */
function claims(seen: Reading, label: string): void {
  expect(seen.backend).toContain(label);
  expect(seen.clean).toBeCloseTo(6, 6);
  expect(seen.data).toBeGreaterThan(38);
  expect(seen.data).toBeLessThan(44);
  expect(seen.filters).toBeGreaterThan(3.5);
  expect(seen.filters).toBeLessThan(6);
  expect(seen.signalShare).toBeGreaterThanOrEqual(0.99);
  expect(seen.testAccuracy).toBe(1);
}

test('noise makes the rank of the data explode while that of the filters stays: watched, on WebAssembly; nor is anything loaded that it does not need', async ({
  page,
}) => {
  const errors = watchErrors(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  claims(await watchFinished(page, '#backend=wasm'), 'WebAssembly');
  expect(requests.filter((path) => /mnist|gpu-worker/.test(path))).toEqual([]);
  expect(errors).toEqual([]);
});

test('the same on every other backend, to the same ranks', async ({ page }) => {
  // A narrow network and half as many steps: software WebGL and plain TypeScript take twenty times as long as the kernel.
  const errors = watchErrors(page);
  const seen: Reading[] = [];
  for (const [backend, label] of [
    ['wasm', 'WebAssembly'],
    ['webgl', 'GPU (WebGL)'],
    ['cpu', 'plain TypeScript'],
  ] as const) {
    await page.goto('about:blank');
    seen.push(await openFinished(page, `#m=12&steps=150&backend=${backend}`));
    claims(seen.at(-1)!, label);
  }
  for (const { filters, loss, data } of seen) {
    // Singular values agree to 1e-3 of the largest; a stable rank of a few follows within a hundredth.
    expect(Math.abs(filters - seen[0]!.filters)).toBeLessThan(0.01);
    expect(loss).toBeCloseTo(seen[0]!.loss, 3);
    expect(data).toBe(seen[0]!.data);
  }
  expect(errors).toEqual([]);
});

test('without noise the rank is the same within a tenth; beyond critical noise the network memorises it', async ({
  page,
}) => {
  const noisy = await openFinished(page, '#backend=auto');
  await page.goto('about:blank');
  const clean = await openFinished(page, '#sigma=0');
  expect(Math.abs(clean.filters - noisy.filters) / noisy.filters).toBeLessThan(0.1);
  expect(clean.data).toBeCloseTo(6, 6);
  await page.goto('about:blank');
  const beyond = await openFinished(page, '#sigma=0.4');
  expect(beyond.testAccuracy).toBeLessThan(0.65);
  expect(beyond.signalShare).toBeLessThan(0.2);
});

test('MNIST 0 against 1 with noise keeps the filters’ rank low and the test accuracy high', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  const seen = await openFinished(page, '#data=mnist&sigma=0.6&m=20&n=400&lr=0.25&steps=200');
  expect(seen.data).toBeGreaterThan(15);
  expect(seen.filters).toBeLessThan(2.5);
  expect(seen.testAccuracy).toBeGreaterThan(0.95);
  // Only the chosen digits are loaded.
  expect([...new Set(requests.filter((path) => path.includes('digit-')))].toSorted()).toEqual([
    '/mnist/digit-0.bin',
    '/mnist/digit-1.bin',
  ]);
});
