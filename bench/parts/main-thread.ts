import type { Page } from '@playwright/test';
import { newProfile } from '../browser';
import { quantile } from '../measure';
import { formatMs, type Part, type Row } from '../part';
import { sizes } from '../sizes';

const longestTask = 50;
/** Frames later than this count as missed at 60 a second, with a millisecond for the clock. */
const frameTarget = 1000 / 60 + 1;

interface Watched {
  readonly frames: number[];
  readonly tasks: number[];
  readonly steps: number;
}

const cases = [
  { name: 'default', link: sizes.default.link, speed: '2' },
  { name: 'default, full speed', link: sizes.default.link, speed: 'max' },
  { name: 'M', link: sizes.M.link, speed: '2' },
  { name: 'M, full speed', link: sizes.M.link, speed: 'max' },
] as const;

/** How free the page is while it trains and draws: tasks over 50 ms as the browser reports them, and times between frames. */
export const mainThread: Part = {
  title: 'Main thread while training',
  async run({ browser, site, quick }) {
    const address = await site();
    const rows: Row[] = [];
    const data: Record<string, unknown> = {};
    const table: string[][] = [];
    for (const { name, link, speed } of cases) {
      const profile = await newProfile(browser);
      const page = await profile.newPage();
      // More steps than can be made meanwhile, so that the run does not end while it is watched.
      await page.goto(`${address}${link || '#'}&steps=20000`);
      await page.locator('[data-panel="data"] svg path').first().waitFor({ state: 'attached' });
      await page.getByRole('combobox', { name: 'Speed' }).selectOption(speed);
      await page.waitForTimeout(1500);
      const { frames, tasks, steps } = await watch(page, quick ? 2500 : 6000);
      await profile.close();
      const longest = Math.max(0, ...tasks), p50 = quantile(frames, 0.5), p95 = quantile(frames, 0.95);
      const rate = (1000 * frames.length) / frames.reduce((sum, ms) => sum + ms, 0);
      rows.push({ what: `${name}: longest task on the main thread`, target: `≤ ${longestTask} ms`, measured: longest > 0 ? formatMs(longest) : 'none over 50 ms', ratio: null, met: longest <= longestTask });
      rows.push({ what: `${name}: frames a second`, target: '60', measured: `${rate.toFixed(0)}, between frames ${formatMs(p50)} (p50), ${formatMs(p95)} (p95)`, ratio: null, met: p50 <= frameTarget && rate >= 58 });
      table.push([name, formatMs(p50), formatMs(p95), rate.toFixed(1), String(tasks.length), steps.toFixed(0)]);
      data[name] = { frames, tasks, steps };
    }
    return {
      rows,
      tables: [{ title: 'While training', head: ['experiment', 'frame p50', 'frame p95', 'frames a second', 'tasks over 50 ms', 'steps a second'], rows: table }],
      notes: ['Main thread: watched on the built page from 1.5 s after its first figure.'],
      data,
    };
  },
};

function watch(page: Page, duration: number): Promise<Watched> {
  return page.evaluate(async (ms) => {
    const step = () => Number((document.querySelector('[data-metric="step"]')?.textContent ?? '').split(' ')[0]);
    const tasks: number[] = [], frames: number[] = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)));
    observer.observe({ type: 'longtask' });
    const from = step(), began = performance.now();
    await new Promise<void>((resolve) => {
      let last = 0;
      const tick = (now: number) => {
        if (last > 0) frames.push(now - last);
        last = now;
        if (performance.now() - began < ms) requestAnimationFrame(tick);
        else resolve();
      };
      requestAnimationFrame(tick);
    });
    observer.disconnect();
    return { frames, tasks, steps: (1000 * (step() - from)) / (performance.now() - began) };
  }, duration);
}
