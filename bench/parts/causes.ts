import type { Page } from '@playwright/test';
import { newProfile } from '../browser';
import { atMost, formatMs, type Part, type Row } from '../part';

/** ms: from the press of the button until all runs are measured, and the longest task of the page's thread meanwhile. */
const targets = { all: 20_000, task: 50 } as const;

const cases = [
  // The page's own curve has measured the runs of one variant before the button can be pressed.
  { name: 'on the page', link: '#autoplay=0' },
  { name: 'alone in a frame', link: '#embed=1&show=causes&autoplay=0' },
] as const;

interface Watched {
  /** Runs that were missing when the button was pressed. */
  readonly runs: number;
  readonly ms: number;
  /** Tasks over 50 ms, as the browser reports them, and the longest time between two frames, in ms. */
  readonly tasks: readonly number[];
  readonly longestFrame: number;
}

/** "What is it due to?": every variant of network and training over every level of noise, from the button to the last run. */
export const causes: Part = {
  title: 'Variants of training',
  async run({ plainBrowser, site }) {
    const browser = await plainBrowser(),
      address = await site();
    const rows: Row[] = [],
      data: Record<string, Watched> = {};
    for (const { name, link } of cases) {
      const profile = await newProfile(browser);
      try {
        const page = await profile.newPage();
        await page.goto(`${address}${link}`);
        // The curve that a page draws once, while it is in sight, and the race between backends must not fall into the measurement.
        await page.waitForTimeout(4000);
        await page.waitForFunction(() => !document.querySelector('.curve-status progress'), null, { timeout: 120_000 });
        // What is there of a panel comes when it is in sight.
        await page.locator('[data-panel="causes"]').evaluate((panel) => panel.scrollIntoView());
        await page.locator('[data-panel="causes"] .toolbar .primary').waitFor({ timeout: 60_000 });
        await page.waitForTimeout(1000);
        const cores = await page.evaluate(() => navigator.hardwareConcurrency);
        const watched = await once(page);
        data[name] = watched;
        const { runs, ms, tasks, longestFrame } = watched;
        const longest = Math.max(0, ...tasks);
        rows.push(atMost(`all variants ${name}: ${runs} runs, ${cores} cores`, ms, targets.all), {
          what: `all variants ${name}: longest task on the main thread meanwhile`,
          target: `≤ ${targets.task} ms`,
          measured: `${longest > 0 ? formatMs(longest) : 'none over 50 ms'}; between frames at most ${formatMs(longestFrame)}`,
          ratio: null,
          met: longest <= targets.task,
        });
      } finally {
        await profile.close();
      }
    }
    return {
      rows,
      tables: [],
      notes: [
        'Variants: from the press of “Measure all variants” until the panel says that all are measured, workers’ start included; on the page the runs that its curve has made are not made again.',
      ],
      data,
    };
  },
};

/** Presses the button and waits for the last run, watching frames and tasks. */
function once(page: Page): Promise<Watched> {
  return page.evaluate(async () => {
    // Asked for anew each time: the figure comes with its first run, and the toolbar moves.
    const toolbar = () => document.querySelector('[data-panel="causes"] .toolbar');
    const button = toolbar()!.querySelector<HTMLButtonElement>('.primary')!;
    const runs = Number(/\d+/.exec(button.textContent ?? '')?.[0]);
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)));
    observer.observe({ type: 'longtask' });
    const began = performance.now();
    button.click();
    let longestFrame = 0,
      last = 0;
    for (;;) {
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      if (last > 0) longestFrame = Math.max(longestFrame, now - last);
      last = now;
      // There is nothing left to press where all are measured, and in a frame no toolbar.
      if (!toolbar()?.querySelector('button')) break;
      if (now - began > 300_000) throw new Error(`not all measured within five minutes: ${toolbar()?.textContent}`);
    }
    observer.disconnect();
    return { runs, ms: performance.now() - began, tasks, longestFrame };
  });
}
