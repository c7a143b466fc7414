import type { Browser, Page } from '@playwright/test';
import { newProfile } from '../browser';
import { quantile } from '../measure';
import { formatMs, type Part, type Row } from '../part';
import { sizes } from '../sizes';

const longestTask = 50;
/** Frames a second that count as 60. */
const enough = 58;
/** Share of the frames of an empty page that counts as all that the machine paints. */
const shareOfControl = 0.95;

/** ms after the first figure until the page is watched. */
const settling = 2500;

interface Watched {
  readonly frames: number[];
  readonly tasks: number[];
  readonly steps: number;
}

const cases = [
  { name: 'default', link: sizes.default.link },
  { name: 'M', link: sizes.M.link },
] as const;

/** How free the page is while it trains and draws: tasks over 50 ms as the browser reports them, and times between frames. */
export const mainThread: Part = {
  title: 'Main thread while training',
  async run({ plainBrowser, site, quick }) {
    const browser = await plainBrowser();
    const address = await site();
    const rows: Row[] = [];
    const data: Record<string, unknown> = {};
    const table: string[][] = [];
    const duration = quick ? 2500 : 6000;
    const control = await watchControl(browser, duration);
    const controlRate = rateOf(control.frames);
    record(table, 'an empty page beside a busy worker', control);
    data['control'] = control;
    for (const { name, link } of cases) {
      const profile = await newProfile(browser);
      const page = await profile.newPage();
      // More steps than can be made meanwhile, so that the run does not end while it is watched.
      await page.goto(`${address}${link || '#'}&steps=20000`);
      await page.locator('[data-panel="data"] svg path').first().waitFor({ state: 'attached' });
      await page.getByRole('combobox', { name: 'Pace' }).selectOption('slow');
      await page.waitForTimeout(settling);
      const watched = await watch(page, duration);
      await profile.close();
      const { frames, tasks } = watched;
      const longest = Math.max(0, ...tasks),
        rate = rateOf(frames);
      rows.push({
        what: `${name}: longest task on the main thread`,
        target: `≤ ${longestTask} ms`,
        measured: longest > 0 ? formatMs(longest) : 'none over 50 ms',
        ratio: null,
        met: longest <= longestTask,
      });
      rows.push({
        what: `${name}: frames a second`,
        target: `60, or what an empty page gets here (${controlRate.toFixed(0)})`,
        measured: `${rate.toFixed(0)}, between frames ${formatMs(quantile(frames, 0.5))} (p50), ${formatMs(quantile(frames, 0.95))} (p95)`,
        ratio: null,
        met: rate >= Math.min(enough, shareOfControl * controlRate),
      });
      record(table, name, watched);
      data[name] = watched;
    }
    return {
      rows,
      tables: [
        {
          title: 'While training',
          head: ['experiment', 'frame p50', 'frame p95', 'frames a second', 'tasks over 50 ms', 'steps a second'],
          rows: table,
        },
      ],
      notes: [
        `Main thread: watched on the built page from ${settling / 1000} s after its first figure, when the backends have been raced. The empty page, with a worker that computes all the time, shows what the machine paints at best.`,
      ],
      data,
    };
  },
};

const rateOf = (frames: readonly number[]) => (1000 * frames.length) / frames.reduce((sum, ms) => sum + ms, 0);

function record(table: string[][], name: string, { frames, tasks, steps }: Watched): void {
  table.push([
    name,
    formatMs(quantile(frames, 0.5)),
    formatMs(quantile(frames, 0.95)),
    rateOf(frames).toFixed(1),
    String(tasks.length),
    Number.isNaN(steps) ? '–' : steps.toFixed(0),
  ]);
}

/** Frames of a page that changes one word a frame while a worker keeps a core busy. */
async function watchControl(browser: Browser, duration: number): Promise<Watched> {
  const profile = await newProfile(browser);
  try {
    const page = await profile.newPage();
    await page.evaluate(() => {
      const source = URL.createObjectURL(new Blob(['for (;;);'], { type: 'text/javascript' }));
      Object.assign(globalThis, { busy: new Worker(source) });
      const tick = (now: number) => {
        document.body.textContent = String(now);
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    });
    await page.waitForTimeout(500);
    return { ...(await watch(page, duration)), steps: NaN };
  } finally {
    await profile.close();
  }
}

function watch(page: Page, duration: number): Promise<Watched> {
  return page.evaluate(async (ms) => {
    const step = () => Number((document.querySelector('[data-metric="step"]')?.textContent ?? '').split(' ')[0]);
    const tasks: number[] = [],
      frames: number[] = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)));
    observer.observe({ type: 'longtask' });
    const from = step(),
      began = performance.now();
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
