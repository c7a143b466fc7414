import type { Page } from '@playwright/test';
import { newProfile } from '../browser';
import { median } from '../measure';
import { atMost, formatMs, type Part } from '../part';

const levels = 12;
const target = 4000;
/** A page that misses no more than this many ms between frames still answers at once. */
const responsive = 100;

/** The noise sweep of the built page: from the button to the last point, drawn while it comes in. */
export const sweep: Part = {
  title: 'Noise sweep',
  async run({ plainBrowser, site, quick }) {
    const browser = await plainBrowser(),
      address = await site();
    const runs: { ms: number; longestFrame: number }[] = [];
    let cores = 0;
    // A page of its own each time, and nothing beside it: runs that are known, by a sweep before or by the curve, are not made again.
    for (let i = 0; i < (quick ? 2 : 5); i++) {
      const profile = await newProfile(browser);
      try {
        const page = await profile.newPage();
        await page.goto(`${address}#embed=1&show=sweep&autoplay=0`);
        await page.locator('[data-panel="sweep"] .toolbar button').first().waitFor();
        // The page's start must not fall into the measurement.
        await page.waitForTimeout(2000);
        runs.push(await once(page));
        cores = await page.evaluate(() => navigator.hardwareConcurrency);
      } finally {
        await profile.close();
      }
    }
    return {
      rows: [
        atMost(
          `noise sweep alone in a frame, ${levels} levels × 300 steps, ${cores} cores`,
          median(runs.map(({ ms }) => ms)),
          target,
        ),
        {
          ...atMost(
            'longest time between two frames meanwhile',
            median(runs.map(({ longestFrame }) => longestFrame)),
            responsive,
          ),
          what: 'page responsive during the sweep: longest time between two frames',
        },
      ],
      tables: [],
      notes: [
        `Sweep: from the press of the button until the page says that all runs are made, workers’ start included: ${runs.map(({ ms }) => formatMs(ms)).join(', ')}.`,
      ],
      data: runs,
    };
  },
};

/** Presses the button and waits for the last run, watching the frames. */
function once(page: Page): Promise<{ ms: number; longestFrame: number }> {
  return page.evaluate(async (total) => {
    const panel = document.querySelector('[data-panel="sweep"]')!;
    const began = performance.now();
    panel.querySelector<HTMLButtonElement>('.toolbar button')!.click();
    let longest = 0,
      last = 0;
    for (;;) {
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      if (last > 0) longest = Math.max(longest, now - last);
      last = now;
      if (panel.querySelector('[role="status"]')!.textContent!.includes(`${total} runs made`))
        return { ms: performance.now() - began, longestFrame: longest };
      if (now - began > 60_000) throw new Error('the sweep did not end within a minute');
    }
  }, levels);
}
