import { test as base, type BrowserContext } from '@playwright/test';

interface Options {
  /** A device that asks for less data: `false` where bands and curves that are drawn anew are what is tested. */
  readonly sparing: boolean;
  /** A context of its own: for what stays in one, such as a clock, a language, a service worker, or touch. */
  readonly apart: boolean;
}

/**
 * Playwright's `test` in one context a worker, emptied after each test: what a page loads and compiles, which is half of what
 * most tests take, is there for the next. And on a device that asks for less data: the page draws the first figure's curve
 * once, without the bands of more seeds and not anew after every change.
 */
export const test = base.extend<Options, { shared: BrowserContext }>({
  sparing: [true, { option: true }],
  apart: [false, { option: true }],
  shared: [
    async ({ browser }, run, { project }) => {
      const { baseURL, viewport, serviceWorkers } = project.use;
      const context = await browser.newContext({
        baseURL: baseURL!,
        viewport: viewport!,
        serviceWorkers: serviceWorkers!,
        // Said, as a process may still have the language of a context that it served before.
        locale: 'en-US',
      });
      await spare(context);
      await run(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ context, shared, browserName, sparing, apart }, run) => {
    // What is stored can be forgotten from outside in Chromium alone.
    if (browserName === 'chromium' && sparing && !apart) {
      await run(shared);
      return empty(shared);
    }
    if (sparing) await spare(context);
    await run(context);
  },
});

const spare = (context: BrowserContext) =>
  context.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));

/** Closes its pages, and forgets what they stored and were granted. */
async function empty(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const { baseURL } = test.info().project.use;
  await Promise.all(
    context
      .pages()
      .filter((other) => other !== page)
      .map((other) => other.close()),
  );
  await session.send('Storage.clearDataForOrigin', { origin: new URL(baseURL!).origin, storageTypes: 'all' });
  await page.close();
  await context.unrouteAll();
  await context.clearCookies();
  await context.clearPermissions();
}

export { expect } from '@playwright/test';
