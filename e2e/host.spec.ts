import { readdirSync, readFileSync } from 'node:fs';
import { type Page } from '@playwright/test';
import { finished, openFinished, read, small, watchErrors } from './page';
import { dist, serveFolder } from './static-server';
import { expect, test } from './test';

/* What the page promises to whoever hosts it. */

declare global {
  interface Window {
    violations: string[];
  }
}

/** What the page's policy refused, from the first script on. */
async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    window.violations = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      window.violations.push(`${violatedDirective} ${blockedURI}`),
    );
  });
  return () => page.evaluate(() => window.violations);
}

test('the folder works from any path of a host that sends no special headers', async ({ page }) => {
  const host = await serveFolder(dist, '/a/b/c/');
  const errors = watchErrors(page);
  await page.goto(`${host.url}#n=40&m=8&steps=10`);
  await finished(page);
  await page.goto(`${host.url}index.html#data=mnist&n=40&m=8&steps=10`);
  await finished(page);
  // Only the chosen digits are loaded.
  expect([...new Set(host.asked.filter((name) => name.includes('digit-')))].toSorted()).toEqual([
    'mnist/digit-0.bin',
    'mnist/digit-1.bin',
  ]);
  expect(host.missing).toEqual([]);
  expect(errors).toEqual([]);
  // What it is built of travels with its terms.
  const terms = readFileSync(`${dist}licences/packages.md`, 'utf8');
  for (const name of ['react', 'd3', 'zustand']) expect(terms).toContain(name);
  await host.close();
});

test('a host whose own policy forbids WebAssembly gets plain TypeScript, and a sentence that says why', async ({
  page,
}) => {
  const host = await serveFolder(dist, '/', { 'Content-Security-Policy': "script-src 'self'" });
  await page.goto(`${host.url}#n=40&m=8&steps=5`);
  await finished(page);
  expect((await read(page)).backend).toContain('plain TypeScript');
  await expect(page.locator('.notices')).toContainText('the security policy of its host');
  await host.close();
});

test('every request of a visit goes to the page’s own address, and its policy refuses none', async ({
  page,
  baseURL,
}) => {
  const violations = await watchPolicy(page),
    errors = watchErrors(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  for (const link of [
    '#backend=auto&n=40&m=8&steps=40',
    '#data=mnist&n=40&m=8&steps=10',
    '#backend=webgl&n=40&m=8&steps=20',
    '#backend=cpu&n=40&m=8&steps=5&levels=3',
  ]) {
    await page.goto('about:blank');
    await openFinished(page, link);
    expect(await violations(), link).toEqual([]);
  }
  const sweep = page.locator('[data-panel="sweep"]');
  await sweep.scrollIntoViewIfNeeded();
  await sweep.getByRole('button', { name: /^Draw/ }).click();
  await expect(sweep.getByRole('status')).toContainText('runs made');
  expect(await violations()).toEqual([]);
  expect(errors).toEqual([]);
  const { origin } = new URL(baseURL!);
  expect(requests.length).toBeGreaterThan(20);
  expect([...new Set(requests.filter((url) => url !== 'about:blank').map((url) => new URL(url).origin))]).toEqual([
    origin,
  ]);
});

test('the policy is in force: no script of another’s, no request to others', async ({ page }) => {
  const violations = await watchPolicy(page);
  await openFinished(page, small);
  await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken over"';
    document.body.append(script);
    await fetch('https://example.org/').catch(() => undefined);
  });
  await expect(page).toHaveTitle('Rank under noise');
  await expect.poll(violations).toEqual([expect.stringMatching(/^script-src/), expect.stringMatching(/^connect-src/)]);
});

test('nothing that is published evaluates text or carries handlers in its markup', () => {
  const published = readdirSync(dist, { recursive: true })
    .map(String)
    .filter((name) => /\.(?:js|html)$/.test(name));
  expect(published.some((name) => name.includes('gpu-worker'))).toBe(true);
  for (const name of published) {
    const text = readFileSync(`${dist}${name}`, 'utf8');
    // No exceptions are needed: tfjs's WebGL backend, too, compiles shaders only.
    expect(
      text.match(/\beval\s*\(|\bnew Function\b|[^.\w$]Function\s*\(\s*["'`]|\bdocument\.write\b/)?.[0],
      name,
    ).toBeUndefined();
    if (name.endsWith('.html')) expect(text.split('<script')[0]!.match(/<[^>]*\son\w+=/)?.[0], name).toBeUndefined();
  }
});

test('the claim can be read before any script of the page is there, where it then stands; a link that says more waits for the page', async ({
  page,
}) => {
  const claim = page.getByRole('heading', { level: 1 });
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.goto('./');
    const before = await claim.boundingBox();
    await page.goto('./#embed=1');
    await page.reload();
    await expect(claim).toBeHidden();
    await page.unroute('**/assets/*.js');
    await page.goto('about:blank');
    await page.goto('./');
    await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeVisible();
    expect(await claim.boundingBox()).toEqual(before);
  }
});
