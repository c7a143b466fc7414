import { median } from '../measure';
import { atMost, formatMs, type Part } from '../part';
import type { BenchPage } from '../page/calls';

const levels = 12, highest = 0.6;
const target = 4000;
/** A page that misses no more than this many ms between frames still answers at once. */
const responsive = 100;

/** The cost of a noise sweep: whole runs of the page's engine in one worker for each core, workers' start included. */
export const sweep: Part = {
  title: 'Noise sweep',
  async run({ page, quick }) {
    const bench = await page();
    const cores = await bench.evaluate(() => navigator.hardwareConcurrency);
    const links = Array.from({ length: levels }, (_, i) => `#sigma=${((highest * i) / (levels - 1)).toFixed(3)}`);
    const runs: { ms: number; longestFrame: number }[] = [];
    for (let i = 0; i < (quick ? 2 : 5); i++) {
      runs.push(await bench.evaluate(([asked, count]) => (globalThis as unknown as { bench: BenchPage }).bench.sweep(asked, count), [links, cores] as const));
    }
    const longest = median(runs.map(({ longestFrame }) => longestFrame));
    return {
      rows: [
        atMost(`noise sweep, ${levels} levels × 300 steps, ${cores} workers`, median(runs.map(({ ms }) => ms)), target),
        { ...atMost('longest time between two frames meanwhile', longest, responsive), what: 'page responsive during the sweep: longest time between two frames' },
      ],
      tables: [],
      notes: [`Sweep: the engine’s cost without a figure; ${runs.map(({ ms }) => formatMs(ms)).join(', ')}.`],
      data: runs,
    };
  },
};
