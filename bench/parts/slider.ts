import type { Points } from '../../src/training/recorded-steps';
import type { Page } from '@playwright/test';
import { newProfile } from '../browser';
import { interleave, median } from '../measure';
import type { BenchPage } from '../page/calls';
import { atMost, formatMs, type Bench, type Part, type Table } from '../part';

const target = 500;
/** Nothing has changed for so long, in ms: settled. The page's own rest after a slider is 300 ms. */
const quiet = 800;
/** Far enough apart that every figure of the page changes, and none twice or of the curve: the page knows runs that it has made. */
const positions = [0.11, 0.17, 0.12, 0.18, 0.13, 0.19, 0.14, 0.21, 0.16, 0.22, 0.27, 0.23, 0.28, 0.24];
/** A drag: so many changes, so many ms apart. */
const drag = { changes: 12, interval: 40 };

/** From the event of the noise slider to converged spectra of data and filters, on the built page. */
export const slider: Part = {
  title: 'A slider is moved',
  async run(bench) {
    const { plainBrowser, site, rounds } = bench;
    const profile = await newProfile(await plainBrowser());
    const page = await profile.newPage();
    try {
      await page.goto(await site());
      await page.waitForFunction(
        () => document.querySelector('.status .outcome')?.textContent?.includes('Finished'),
        null,
        { timeout: 60_000 },
      );
      // The race between backends starts when the page has been left alone; it must not fall into a measurement.
      await page.waitForTimeout(4000);
      let turn = 0;
      const next = () => positions[turn++ % positions.length]!;
      const times = await interleave(
        [
          { id: 'change', once: () => settle(page, [next()], 0) },
          {
            id: 'drag',
            once: () =>
              settle(
                page,
                [...Array.from({ length: drag.changes - 1 }, (_, i) => 0.31 + 0.01 * i), next()],
                drag.interval,
              ),
          },
        ],
        rounds,
      );
      return {
        rows: [
          atMost(
            'change of a slider → converged spectra (300 steps), default experiment',
            median(times['change']!),
            target,
          ),
          atMost(`the same after a drag of ${drag.changes} changes, from the last one`, median(times['drag']!), target),
        ],
        tables: [await engineAlone(bench)],
        notes: [
          `Slider: times ${times['change']!.map((ms) => formatMs(ms)).join(', ')} for single changes of the noise, until the run says that it has finished and the figures of data and filters belong to it; ` +
            'the frame that paints them comes up to 17 ms later. ' +
            'The page has trained before, as it has when a visitor moves a slider.',
        ],
        data: times,
      };
    } finally {
      await profile.close();
    }
  },
};

/** What the engine needs for the same run, without a page: the rest is the page's. */
async function engineAlone({ page, rounds }: Bench): Promise<Table> {
  const bench = await page();
  const starts: number[] = [];
  const once = (record: Points) => async () => {
    const { start, steps } = await bench.evaluate(
      (points) => (globalThis as unknown as { bench: BenchPage }).bench.wholeRun('#sigma=0.15', points),
      record,
    );
    starts.push(start);
    return steps;
  };
  const times = await interleave(
    [
      { id: 'coarse', once: once('coarse') },
      { id: 'end', once: once('end') },
    ],
    rounds,
  );
  return {
    title: 'The engine alone, default experiment',
    head: ['what', 'time'],
    rows: [
      ['start: images, filters, first snapshot', formatMs(median(starts))],
      ['300 steps, a coarse record, as the page asks for', formatMs(median(times['coarse']!))],
      ['300 steps, one snapshot at the end', formatMs(median(times['end']!))],
    ],
  };
}

/** Moves the noise slider. @returns ms from the last input event to the last change of what the page says. */
function settle(page: Page, values: readonly number[], interval: number): Promise<number> {
  return page.evaluate(
    async ([given, pause, rest]) => {
      const input = document.querySelector<HTMLInputElement>('input[data-parameter="sigma"]')!;
      const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
      const read = () => {
        const figures = ['data', 'filters'].map((role) =>
          document.querySelector(`[data-figure="${role}"]`)?.getAttribute('data-value'),
        );
        return [
          document.querySelector('.status .outcome')?.textContent,
          document.querySelector('[data-metric="step"]')?.textContent,
          ...figures,
        ].join('|');
      };
      let began = 0,
        changed = 0,
        seen = read();
      const observer = new MutationObserver(() => {
        const now = read();
        if (now === seen) return;
        seen = now;
        changed = performance.now();
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      const before = read().split('|');
      for (const value of given) {
        if (began > 0) await new Promise((resolve) => setTimeout(resolve, pause));
        write.call(input, String(value));
        began = performance.now();
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
      const done = () => {
        const now = read().split('|');
        return (
          now[0]!.includes('Finished') &&
          now[2] !== before[2] &&
          now[3] !== before[3] &&
          performance.now() - Math.max(changed, began) > rest
        );
      };
      while (!done()) {
        if (performance.now() - began > 30_000) throw new Error(`not settled: ${read()}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      observer.disconnect();
      return changed - began;
    },
    [[...values], interval, quiet] as const,
  );
}
