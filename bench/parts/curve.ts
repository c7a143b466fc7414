import type { Page } from '@playwright/test';
import { newProfile } from '../browser';
import { median } from '../measure';
import { atMost, formatMs, type Part, type Row } from '../part';

/** ms: from a cold load to the complete curve, and from the last move of another slider to the curve of its settings. */
const targets = { load: 2500, change: 1000 } as const;
/** Stops of the width, none of them the default: a curve that was drawn before is there at once. */
const stops = [10, 13, 9, 11, 14, 8, 7];

/** When parts of the curve were seen, in ms. */
interface Seen {
  readonly predicted: number;
  readonly first: number;
  readonly complete: number;
}

/** The first figure: when its prediction, its first run and all of its runs are there. */
export const curve: Part = {
  title: 'Rank against noise',
  async run({ plainBrowser, site, rounds }) {
    const browser = await plainBrowser(),
      address = await site();
    const loads: Seen[] = [],
      changes: Seen[] = [];
    let cores = 0;
    for (let round = 0; round < rounds; round++) {
      const profile = await newProfile(browser);
      const page = await profile.newPage();
      await page.goto(address);
      loads.push(await watch(page, null));
      cores = await page.evaluate(() => navigator.hardwareConcurrency);
      // What follows the curve (bands, the race between backends) must not fall into the next measurement.
      await page.waitForTimeout(5000);
      changes.push(await watch(page, stops[round % stops.length]!));
      await profile.close();
    }
    const of = (all: readonly Seen[], what: keyof Seen) => median(all.map((seen) => seen[what]));
    const row = (what: string, all: readonly Seen[], part: keyof Seen): Row => ({
      what,
      target: null,
      measured: formatMs(of(all, part)),
      ratio: null,
      met: null,
    });
    return {
      rows: [
        row('cold load → predicted curve', loads, 'predicted'),
        row('cold load → first run on the curve', loads, 'first'),
        atMost(
          `cold load → complete curve, 12 levels × 300 steps, ${cores} cores`,
          of(loads, 'complete'),
          targets.load,
        ),
        row('width slider → first run of the new curve', changes, 'first'),
        atMost('width slider → complete new curve', of(changes, 'complete'), targets.change),
      ],
      tables: [],
      notes: [
        'Rank against noise: seen in the page, frame by frame, while its own run is watched; a cold load counts from its navigation, a change from its last input event.',
      ],
      data: { loads, changes },
    };
  },
};

/** @param stop of the width slider to go to; null watches the page as it loads. */
function watch(page: Page, stop: number | null): Promise<Seen> {
  return page.evaluate(async (to) => {
    const panel = () => document.querySelector('[data-panel="curve"]');
    const has = (layer: string) => panel()?.querySelector(`[data-layer="${layer}"] > *`) != null;
    const isReady = () => /\d runs/.test(panel()?.querySelector('.curve-status [role="status"]')?.textContent ?? '');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let began = 0,
      left = to === null;
    if (to !== null) {
      const input = document.querySelector<HTMLInputElement>('[data-parameter="m"] input')!;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, String(to));
      began = performance.now();
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const seen = { predicted: NaN, first: NaN, complete: NaN };
    while (Number.isNaN(seen.complete)) {
      await frame();
      const now = performance.now() - began;
      if (now > 60_000) throw new Error('the curve was not complete within a minute');
      left ||= !isReady();
      if (!left) continue;
      if (Number.isNaN(seen.predicted) && has('predicted')) seen.predicted = now;
      if (Number.isNaN(seen.first) && has('marks')) seen.first = now;
      if (isReady()) seen.complete = now;
    }
    return seen;
  }, stop);
}
