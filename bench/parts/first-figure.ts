import { newProfile } from '../browser';
import { median } from '../measure';
import { atMost, formatMs, type Bench, type Part } from '../part';

const target = 1000;

interface Load {
  /** ms from navigation to the frame after the data's spectrum was drawn. */
  readonly figure: number;
  /** Scripts that were asked for before it. */
  readonly scripts: readonly string[];
}

/** From a cold load to the first meaningful figure, and what has to be downloaded for it. */
export const firstFigure: Part = {
  title: 'First figure',
  async run(bench) {
    const loads: Load[] = [];
    for (let i = 0; i < bench.rounds; i++) loads.push(await load(bench));
    const { files, total, budget } = bench.budget();
    const early = [...new Set(loads.flatMap(({ scripts }) => scripts))];
    const tfjs = [
      ...files.filter((file) => file.tfjs).map(({ name }) => name),
      ...early.filter((name) => name.includes('webgl')),
    ];
    return {
      rows: [
        atMost(
          'first meaningful figure (frame 0 with the data’s spectrum), cold load, local server',
          median(loads.map(({ figure }) => figure)),
          target,
        ),
        {
          what: 'JavaScript before it, gzip',
          target: `≤ ${budget / 1000} kB`,
          measured: `${(total / 1000).toFixed(1)} kB`,
          ratio: null,
          met: total <= budget,
        },
        {
          what: 'tfjs loaded after it',
          target: 'after',
          measured: tfjs.length > 0 ? `before: ${tfjs.join(', ')}` : 'not before it',
          ratio: null,
          met: tfjs.length === 0,
        },
      ],
      tables: [
        {
          title: 'JavaScript before the first figure',
          head: ['script', 'gzip kB'],
          rows: files.map(({ name, gzip }) => [name.replace(/-[\w-]{8}\.js$/, '.js'), (gzip / 1000).toFixed(1)]),
        },
      ],
      notes: [
        `First figure: a new browser profile each time, ${loads.map(({ figure }) => formatMs(figure)).join(', ')}.`,
      ],
      data: { loads, files, total },
    };
  },
};

async function load({ plainBrowser, site }: Bench): Promise<Load> {
  const address = await site();
  const context = await newProfile(await plainBrowser());
  try {
    const page = await context.newPage();
    const requested: string[] = [];
    page.on('request', (request) => {
      const name = new URL(request.url()).pathname.split('/').at(-1)!;
      if (name.endsWith('.js')) requested.push(name);
    });
    await page.addInitScript(() => {
      const told = globalThis as unknown as { firstFigure?: number };
      const observer = new MutationObserver(() => {
        const bars = document.querySelector('[data-panel="data"] svg [data-layer="bars"] path');
        if (!bars?.getAttribute('d')) return;
        observer.disconnect();
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            told.firstFigure = performance.now();
          }),
        );
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true });
    });
    await page.goto(address);
    await page.waitForFunction(() => 'firstFigure' in globalThis);
    const scripts = [...requested];
    return {
      figure: await page.evaluate(() => (globalThis as unknown as { firstFigure: number }).firstFigure),
      scripts,
    };
  } finally {
    await context.close();
  }
}
