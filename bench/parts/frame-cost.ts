import type { CDPSession, Page } from '@playwright/test';
import { newProfile } from '../browser';
import { median } from '../measure';
import { atMost, formatMs, type Part, type Row } from '../part';

const target = 4;
const screens = [
  { name: '1280×800', width: 1280, height: 800 },
  { name: '390×844', width: 390, height: 844 },
] as const;

/** Of the page's own thread, in ms of its processor time a frame. */
interface Cost {
  readonly all: number;
  readonly script: number;
  readonly style: number;
  readonly layout: number;
  /** Paint, and what the browser itself does. */
  readonly rest: number;
  readonly frames: number;
  /** All, in the dearest second. */
  readonly dearest: number;
}

/** What a frame costs the page's own thread while a run is watched, beside frames of the same page at rest. */
export const frameCost: Part = {
  title: 'A frame while a run is watched',
  async run({ plainBrowser, site, quick }) {
    const browser = await plainBrowser();
    const address = await site();
    const rows: Row[] = [];
    const table: string[][] = [];
    const data: Record<string, unknown> = {};
    for (const { name, width, height } of screens) {
      const profile = await newProfile(browser);
      const page = await profile.newPage();
      await page.setViewportSize({ width, height });
      await page.goto(address);
      await ended(page);
      const session = await profile.newCDPSession(page);
      // Processor time of the thread: what others do on the machine does not count.
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      const watched: Cost[] = [],
        still: Cost[] = [];
      for (let round = 0; round < (quick ? 1 : 3); round++) {
        still.push(await costOf(page, session, 2));
        await page.locator('.transport .primary').first().dispatchEvent('click');
        watched.push(await costOf(page, session, 7));
        await ended(page);
      }
      await profile.close();
      const all = median(watched.map((cost) => cost.all));
      rows.push(atMost(`${name}: a frame of the page’s own thread while the default run is watched`, all, target));
      record(table, `${name}, a run is watched`, watched);
      record(table, `${name}, at rest`, still);
      data[name] = { watched, still };
    }
    return {
      rows,
      tables: [
        {
          title: 'A frame of the page’s own thread',
          head: ['what', 'all', 'script', 'style', 'layout', 'paint and the browser', 'dearest second', 'frames'],
          rows: table,
        },
      ],
      notes: [
        'A frame: processor time of the main thread over the frames that were painted, the whole of a replay of the default run at the usual pace. Frames in which no step is due count too; at rest, an empty animation frame is asked for.',
      ],
      data,
    };
  },
};

const ended = (page: Page) => page.locator('.status .outcome', { hasText: 'Finished' }).waitFor();

function record(table: string[][], name: string, costs: readonly Cost[]): void {
  const cells = (['all', 'script', 'style', 'layout', 'rest', 'dearest'] as const).map((key) =>
    formatMs(median(costs.map((cost) => cost[key]))),
  );
  table.push([name, ...cells, String(Math.round(median(costs.map(({ frames }) => frames))))]);
}

/** Of all that the page does in the next so many seconds. */
async function costOf(page: Page, session: CDPSession, seconds: number): Promise<Cost> {
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (name: string) => 1000 * metrics.find((metric) => metric.name === name)!.value;
  };
  const first = await read();
  let before = first,
    frames = 0,
    dearest = 0;
  for (let second = 0; second < seconds; second++) {
    const painted = await framesIn(page, 1000);
    const after = await read();
    dearest = Math.max(dearest, (after('TaskDuration') - before('TaskDuration')) / painted);
    frames += painted;
    before = after;
  }
  const a = (name: string) => (before(name) - first(name)) / frames;
  const all = a('TaskDuration'),
    script = a('ScriptDuration'),
    style = a('RecalcStyleDuration'),
    layout = a('LayoutDuration');
  return { all, script, style, layout, rest: all - script - style - layout, frames, dearest };
}

const framesIn = (page: Page, duration: number) =>
  page.evaluate(
    (ms) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        let count = 0;
        const tick = () => {
          count += 1;
          if (performance.now() - began < ms) requestAnimationFrame(tick);
          else resolve(count);
        };
        requestAnimationFrame(tick);
      }),
    duration,
  );
