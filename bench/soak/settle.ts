import type { Page } from 'puppeteer-core';
import { killed } from './misfortunes';
import { poll } from './poll';

/** What the page shows at rest. */
export type Figures = Readonly<Record<string, string>>;

/** Longer than the page waits before it races the backends, in ms. */
const untilRaced = 1200;
/** So long nothing may change, in ms: curves, records and what panels ask for are made by then, and their workers given back. */
const untilStill = 3000;
/** On a machine that does much else, in ms. */
const patience = 240_000;

/**
 * Brings the page to the same rest from wherever it is, without loading it again: all backends and the digits have
 * been in use, one short run is shown. @returns its figures, which must be the same every time.
 */
export async function settle(page: Page): Promise<Figures> {
  await poll(
    'dialogs and slides to close',
    async () => {
      const open = await page.evaluate(() =>
        [...document.querySelectorAll('dialog[open], .presented, .page-menu [aria-expanded="true"]')].map(
          ({ localName, className, ownerDocument: { activeElement, fullscreenElement } }) =>
            `${localName} ${className}, focus on ${activeElement?.localName} ${activeElement?.className}${fullscreenElement ? ', full screen' : ''}`,
        ),
      );
      if (open.length > 0) await page.keyboard.press('Escape');
      return open;
    },
    { yes: ({ length }) => length === 0 },
  );
  // Every run has a length of its own, so that the end of one is not taken for that of the next.
  for (const [steps, link] of [
    [3, '#backend=webgl&n=24&steps=3&theme=light&lang=en'],
    [4, '#data=mnist&n=20&m=4&lr=0.25&steps=4&theme=light&lang=en'],
    [60, '#backend=wasm&steps=60&theme=light&lang=en'],
  ] as const) {
    await page.evaluate((wanted) => {
      location.hash = wanted;
    }, link);
    await finish(page, steps);
  }
  await page.evaluate(() => {
    const button = (name: string) =>
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name);
    button('Dismiss')?.click();
    if (document.querySelector('.more')) button('More')?.click();
    scrollTo({ top: 0, behavior: 'instant' });
  });
  await passBy(page);
  await page.mouse.move(0, 0);
  await new Promise((resolve) => setTimeout(resolve, untilRaced));
  let before = '';
  await poll(
    'the page to come to rest',
    async () => {
      const last = before;
      before = JSON.stringify(await page.evaluate(stateOf));
      return before === last;
    },
    { every: untilStill, most: patience },
  );
  return page.evaluate((ours) => {
    const shown: Record<string, string> = {};
    for (const figure of document.querySelectorAll<HTMLElement>('[data-figure]'))
      shown[figure.dataset['figure']!] = figure.dataset['value'] ?? '';
    for (const metric of document.querySelectorAll<HTMLElement>('[data-metric]'))
      // How fast it went is not the same twice.
      if (!/^ms|speed/.test(metric.dataset['metric']!)) shown[metric.dataset['metric']!] = metric.textContent;
    const words = (selector: string) => document.querySelector(selector)?.textContent ?? '';
    return {
      ...shown,
      title: document.title,
      claim: words('.claim'),
      verdict: words('.verdict'),
      outcome: words('.status .outcome'),
      notices: words('.notices'),
      // A sweep whose worker was killed says so until its visitor goes on with it.
      alerts: [...document.querySelectorAll('[role="alert"]')]
        .map(({ textContent }) => textContent)
        .filter((text) => !text.includes(ours))
        .join(),
    };
  }, killed);
}

/** Scrolls by everything, so that what rests off the screen asks for what it shows. */
async function passBy(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 700) {
    await page.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), top);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
}

/** Changes as long as anything is still under way. */
function stateOf() {
  return {
    workers: globalThis.soak.workers.size,
    bars: [...document.querySelectorAll('progress')].map(({ value }) => value),
    text: document.querySelector('main')?.textContent,
  };
}

/** Waits for the end of the run, which a visitor's pause may have kept from starting. */
async function finish(page: Page, steps: number): Promise<void> {
  const done = `Finished: ${steps} steps`;
  const look = () =>
    page.evaluate((wanted) => {
      const words = (selector: string) =>
        [...document.querySelectorAll(selector)].map(({ textContent }) => textContent).join(' | ');
      const outcome = document.querySelector('.status .outcome')?.textContent ?? 'none';
      const pace = document.querySelector<HTMLSelectElement>('.transport select');
      if (pace && pace.value !== 'once') {
        pace.value = 'once';
        pace.dispatchEvent(new Event('change', { bubbles: true }));
      }
      const drawing = document.querySelector('.spectrum progress') !== null;
      if (outcome.includes(wanted)) return { over: !drawing, outcome, says: drawing ? 'draws the data' : '' };
      if (/Paused|press Play/.test(outcome)) document.querySelector<HTMLElement>('.transport .primary')?.click();
      // A file did not arrive, as for everybody on such a line.
      const again = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Try again');
      again?.click();
      const workers = [...globalThis.soak.workers.values()].join();
      return {
        over: false,
        outcome,
        says: `${words('[role="alert"], .notices, .status')}; ${location.hash}; ${workers}`,
      };
    }, done);
  await poll(done, look, { yes: ({ over }) => over, most: patience });
}
