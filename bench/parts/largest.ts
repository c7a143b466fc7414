import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { layOut } from '../../src/training/backends/wasm/layout';
import { distinctRows } from '../../src/training/backends/wasm/distinct-rows';
import { inBrowser, inNumpy } from '../contender';
import { interleave, median, ratio } from '../measure';
import { numpyVersion } from '../native/numpy';
import { atLeast, formatMs, type Part } from '../part';
import { multiplyAdds, problemOf, sizes } from '../sizes';
import { nativeMargin } from './step-targets';

/** The largest experiment: that a step is made at all, how long it takes, and how much memory it needs. */
export const largest: Part = {
  title: 'Largest experiment',
  async run({ browser, page, quick }) {
    const { link, text } = sizes.largest;
    const problem = await problemOf(link);
    const bytes = layOut(problem.train.dimension, problem.width, distinctRows(problem.train).sources.length, 0).bytes;
    const images = problem.train.values.byteLength;
    const contenders = await Promise.all([
      inBrowser(await page(), 'wasm', link, 'largest'),
      inBrowser(await page(), 'wasm-two', link, 'largest on two'),
      ...(numpyVersion() === null ? [] : [inNumpy(link, 'steps')]),
    ]);
    const made = await interleave(
      contenders.map(({ id, steps }) => ({ id, once: () => steps(1) })),
      quick ? 1 : 3,
    );
    const peak = await peakMemory(browser);
    await Promise.all(contenders.map((contender) => contender.end()));
    const times = made['largest']!,
      two = made['largest on two']!,
      { numpy } = made;
    const rate = (2 * multiplyAdds(problem)) / Math.min(...times) / 1e6;
    const mb = (count: number) => `${(count / 2 ** 20).toFixed(0)} MB`;
    const margin = nativeMargin.largest!;
    return {
      rows: [
        {
          what: `largest experiment, ${text}: one step`,
          target: 'runs',
          met: true,
          ratio: null,
          measured: `${times.map((ms) => formatMs(ms)).join(', ')} (${rate.toFixed(1)} billion multiply-adds a second); images ${mb(images)}, kernel ${mb(bytes)}${peak === null ? '' : `, peak of the page’s process ${mb(peak)}`}`,
        },
        {
          what: 'largest experiment: two threads against one',
          target: null,
          met: null,
          ratio: ratio(times, two),
          measured: `${formatMs(median(two))} against ${formatMs(median(times))}`,
        },
        ...(numpy
          ? [
              atLeast(
                'largest experiment: two threads against native dense BLAS, one thread, whole step',
                ratio(numpy, two),
                margin,
                `${formatMs(median(two))} against ${formatMs(median(numpy))}`,
              ),
            ]
          : []),
      ],
      tables: [],
      notes: ['Largest experiment: that it shows progress and can be stopped is a matter of the end-to-end tests.'],
      data: { made, images, bytes, peak },
    };
  },
};

/** Bytes that the largest renderer has held at once; null where the system does not tell. */
async function peakMemory(browser: Browser): Promise<number | null> {
  try {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const peaks = processInfo
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) * 1024);
    return peaks.length > 0 ? Math.max(...peaks) : null;
  } catch {
    return null;
  }
}
