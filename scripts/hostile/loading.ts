import { chromium } from '@playwright/test';
import { dist, serveFolder } from '../../e2e/static-server';
import { randomStream } from '../../src/images/random';
import { tryAll, type Figures } from './figures';

/** Links that between them ask for every part of the page. */
const links = [
  '#n=40&m=8&steps=20',
  '#data=mnist&n=40&m=8&steps=10',
  '#backend=webgl&n=40&m=8&steps=10',
  '?embed=1#n=40&m=8&steps=10',
  '#lang=zh&n=40&m=8&steps=10&tour=noise',
];
/** How a file may not arrive. */
const ways = ['503', '404', 'aborted', 'cut off', 'late'] as const;
const lateness = 1500;
const patience = 40_000;

/**
 * Opens the page with one of its files failing, for one request or for all. It ends by itself in a run that has finished, or
 * in words that say what is missing; nothing is asked of other hosts, and no exception is left uncaught.
 */
export async function tryLoading(count: number, seed: number): Promise<Figures> {
  const { below } = randomStream(seed, 'faults of loading');
  const host = await serveFolder(dist);
  const { CHROMIUM: executablePath } = process.env;
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing'],
    ...(executablePath ? { executablePath } : {}),
  });
  const names: string[] = [];
  try {
    return await tryAll({
      count,
      async attempt(i) {
        const link = links[below(links.length)]!,
          way = ways[below(ways.length)]!,
          once = below(2) === 0,
          which = below(60);
        const context = await browser.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce' });
        try {
          const page = await context.newPage();
          const faults: string[] = [];
          page.on('pageerror', (error) => faults.push(`uncaught ${error.message}`));
          await page.addInitScript(() => {
            Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
          });
          let number = 0;
          let failing: string | null = null;
          await page.route('**', async (route) => {
            const url = route.request().url();
            if (!url.startsWith(host.url)) faults.push(`asked ${url}`);
            // The page itself is the host's to give.
            if (/\/(?:\?.*)?$/.test(url)) return route.continue();
            const fails = failing === null ? number++ === which : !once && url.split('?')[0] === failing;
            if (!fails) return route.continue();
            failing = url.split('?')[0]!;
            names[i] = `${failing.slice(host.url.length)} ${way}${once ? ' once' : ''} with ${link}`;
            if (way === 'aborted') return route.abort();
            if (way === 'late') return void setTimeout(() => void route.continue().catch(() => undefined), lateness);
            if (way === 'cut off')
              return route.fulfill({ status: 200, body: (await (await route.fetch()).body()).subarray(0, 40) });
            return route.fulfill({ status: Number(way) });
          });
          await page.goto(`${host.url}${link}`);
          const ended = await page.waitForFunction(
            () => {
              [...document.querySelectorAll('button')]
                .find(({ textContent }) => /^(?:Play|播放)$/.test(textContent))
                ?.click();
              const said = [...document.querySelectorAll('[role="alert"], .notices li, .overlay.missing')].some(
                (element) => element.checkVisibility() && element.textContent.trim() !== '',
              );
              const over = /Finished|完成/.test(document.querySelector('.status .outcome')?.textContent ?? '');
              return over ? 'finished' : said ? 'said' : null;
            },
            undefined,
            { timeout: patience, polling: 250 },
          );
          if (faults.length > 0) throw new Error(faults.join('; '));
          return (await ended.jsonValue()) === 'finished';
        } finally {
          await context.close();
        }
      },
      name: (i) => `fault ${i}: ${names[i] ?? 'nothing failed'}`,
      freeze: Infinity,
    });
  } finally {
    await browser.close();
    await host.close();
  }
}
