import type { Page, Worker } from '@playwright/test';
import type { Random } from './moves';

/** What a worker that is killed says, by which its end is told from a fault of the page. */
export const killed = 'killed by the soak';

/** One of so many requests for a script or for digits fails. */
const oneIn = 12;

/** From now on files fail at random, as on a bad line: never two times in a row. */
export async function failFiles(page: Page, random: Random): Promise<void> {
  let failed = false;
  await page.route(/\/(?:assets|mnist)\//, (route) => {
    failed = !failed && random() < 1 / oneIn;
    return failed ? route.fulfill({ status: 503 }) : route.continue();
  });
}

/** Hides the tab for a moment, as far as the page can tell. */
async function hideTab(page: Page): Promise<void> {
  const tell = (hidden: boolean) =>
    page.evaluate((now) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: now });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await tell(true);
  await page.waitForTimeout(300);
  await tell(false);
}

/** Acts in every worker that there is; one that has ended meanwhile says nothing. */
const inWorkers = (page: Page, act: (worker: Worker) => Promise<unknown>) =>
  Promise.all(page.workers().map((worker) => act(worker).catch(() => undefined)));

/** Takes the GPU from the workers that have it, as a driver does that is started anew. */
async function loseContext(page: Page): Promise<void> {
  await inWorkers(page, (worker) =>
    worker.evaluate(() => {
      self.dispatchEvent(new MessageEvent('message', { data: { id: -1, method: 'loseContext', params: null } }));
    }),
  );
}

/** Lets one worker end in an error of its own, as where memory runs out. */
async function killWorker(page: Page, random: Random): Promise<void> {
  const workers = page.workers();
  await workers[Math.floor(random() * workers.length)]
    ?.evaluate((message) => {
      setTimeout(() => {
        throw new Error(message);
      });
    }, killed)
    .catch(() => undefined);
}

/** What befalls a page that nobody does to it. */
export const misfortunes = [
  { name: 'hidden tab', weight: 1, make: hideTab },
  { name: 'lost context', weight: 1, make: loseContext },
  { name: 'killed worker', weight: 1, make: killWorker },
];
