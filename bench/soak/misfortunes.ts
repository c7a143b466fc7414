import type { Page } from 'puppeteer-core';
import { between, type Random } from './random';

/** What a worker that is killed says, by which its end is told from a fault of the page. */
export const killed = 'killed by the soak';

/** One of so many requests for a script or for digits fails. */
const oneIn = 12;

export interface BadLine {
  begin(): void;
  end(): void;
  /** Whether the host answers with an error this time; never two times in a row. */
  refuses(name: string): boolean;
}

/** A good line, until it begins to be a bad one. @param spared files that come all the same. */
export function badLine(random: Random, spared: ReadonlySet<string>): BadLine {
  let bad = false,
    failed = false;
  return {
    begin: () => {
      bad = true;
    },
    end: () => {
      bad = false;
    },
    refuses(name) {
      if (!bad || spared.has(name) || !/^(?:assets|mnist|fashion)\//.test(name)) return false;
      failed = !failed && random() < 1 / oneIn;
      return failed;
    },
  };
}

/** Hides the tab for a moment, as far as the page can tell. */
async function hideTab(page: Page, random: Random): Promise<void> {
  const tell = (hidden: boolean) =>
    page.evaluate((now) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: now });
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: now ? 'hidden' : 'visible' });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await tell(true);
  await new Promise((resolve) => setTimeout(resolve, between(random, 50, 1000)));
  await tell(false);
}

/** Takes the GPU from the workers that have it, as a driver does that is started anew. */
const loseContext = (page: Page) =>
  page.evaluate(() => {
    for (const worker of globalThis.soak.workers.keys())
      worker.postMessage({ id: -1, method: 'loseContext', params: null });
  });

/** Lets one worker end in an error of its own, as where memory runs out. */
const killWorker = (page: Page, random: Random) =>
  page.evaluate(
    (message, draw) => {
      const workers = [...globalThis.soak.workers.keys()];
      workers[Math.floor(draw * workers.length)]?.dispatchEvent(new ErrorEvent('error', { message }));
    },
    killed,
    random(),
  );

/** The line goes and comes back. */
const reconnect = (page: Page) =>
  page.evaluate(() => {
    dispatchEvent(new Event('offline'));
    dispatchEvent(new Event('online'));
  });

/** What befalls a page that nobody does to it. */
export const misfortunes = [
  { name: 'hidden tab', weight: 1, make: hideTab },
  { name: 'lost context', weight: 1, make: loseContext },
  { name: 'killed worker', weight: 1, make: killWorker },
  { name: 'line back', weight: 1, make: reconnect },
];
