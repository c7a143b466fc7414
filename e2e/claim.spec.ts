import { expect, test } from '@playwright/test';
import { openFinished, watchErrors, watchFinished } from './page';

const backends = { webgl: 'GPU (WebGL)', wasm: 'WebAssembly', cpu: 'plain TypeScript' } as const;

for (const [backend, label] of Object.entries(backends)) {
  test.describe(`on ${backend}`, () => {
    // Software WebGL and plain TypeScript take a minute for what a GPU or the kernel does at once.
    test.setTimeout(180_000);

    test('noise makes the rank of the data explode while that of the filters stays', async ({ page }) => {
      const errors = watchErrors(page);
      const seen = await (backend === 'wasm' ? watchFinished : openFinished)(page, `#backend=${backend}`, 170_000);
      expect(seen.backend).toContain(label);
      expect(seen.clean).toBeCloseTo(6, 6);
      expect(seen.data).toBeGreaterThan(38);
      expect(seen.data).toBeLessThan(44);
      expect(seen.filters).toBeGreaterThan(3.5);
      expect(seen.filters).toBeLessThan(6);
      expect(seen.signalShare).toBeGreaterThanOrEqual(0.99);
      expect(seen.testAccuracy).toBe(1);
      expect(errors).toEqual([]);
    });
  });
}

test('beyond critical noise the network memorises noise', async ({ page }) => {
  const seen = await openFinished(page, '#sigma=0.4');
  expect(seen.testAccuracy).toBeLessThan(0.65);
  expect(seen.signalShare).toBeLessThan(0.2);
});

test('all backends show the same ranks', async ({ page }) => {
  const seen = [];
  for (const backend of Object.keys(backends)) {
    await page.goto('about:blank');
    seen.push(await openFinished(page, `#steps=30&backend=${backend}`));
  }
  for (const { filters, loss, data } of seen) {
    // Singular values agree to 1e-3 of the largest; a stable rank of a few follows within a hundredth.
    expect(Math.abs(filters - seen[0]!.filters)).toBeLessThan(0.01);
    expect(loss).toBeCloseTo(seen[0]!.loss, 3);
    expect(data).toBe(seen[0]!.data);
  }
});

test('without noise the filters have the same rank as with it, within a tenth', async ({ page }) => {
  const noisy = await openFinished(page, '#backend=auto');
  await page.goto('about:blank');
  const clean = await openFinished(page, '#sigma=0');
  expect(Math.abs(clean.filters - noisy.filters) / noisy.filters).toBeLessThan(0.1);
  expect(clean.data).toBeCloseTo(6, 6);
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

test('synthetic images load no digits and no tfjs unless WebGL is asked for', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await openFinished(page, '#backend=wasm');
  expect(requests.filter((path) => path.includes('mnist') || path.includes('webgl'))).toEqual([]);
});
