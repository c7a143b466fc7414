import { chromium, type Browser, type Page, type Route } from '@playwright/test';
import { dist, serveFolder } from '../../e2e/static-server';
import { randomStream } from '../../src/images/random';
import { tryAll, type Figures } from './figures';
import { askAgain, goOn, reload, scenes, standing, type Come, type Scene } from './scenes';

/** How a file may not arrive. */
const ways = ['503', '404', 'aborted', 'cut off', 'late'] as const;
const lateness = 1500;
const patience = 60_000;
/** At a time: most of an attempt is waiting, as the page does before it asks again. */
const lanes = 4;

/** What comes of a scene when every file arrives. */
interface Sound {
  readonly scene: Scene;
  readonly files: readonly string[];
  readonly figures: string;
}

export interface Loaded extends Figures {
  /** Files of the page that failed at least once. */
  readonly files: number;
}

/**
 * Opens the page with one of its files failing, for one request or for all, and does something on it. It ends by itself where it
 * would have, or in words that say what is missing. Once the file can be had again, a press on the button that is offered, or
 * the line that is back, leads to the same end as if nothing had been. Nothing is asked of other hosts, no exception is left
 * uncaught, and no task of the page takes a second.
 */
export async function tryLoading(count: number, seed: number): Promise<Loaded> {
  const { below } = randomStream(seed, 'faults of loading');
  const host = await serveFolder(dist);
  const { CHROMIUM: executablePath } = process.env;
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing'],
    ...(executablePath ? { executablePath } : {}),
  });
  const failures = new Map<string, number>();
  const names: string[] = [];
  /** A file of the scene that has failed least. */
  const choose = ({ files }: Sound): string => {
    const least = Math.min(...files.map((file) => failures.get(file) ?? 0));
    const seldom = files.filter((file) => (failures.get(file) ?? 0) === least);
    const file = seldom[below(seldom.length)]!;
    failures.set(file, least + 1);
    return file;
  };
  /** A scene with a file that has failed least of all. */
  const chooseScene = (sound: readonly Sound[]): Sound => {
    const leastOf = ({ files }: Sound) => Math.min(...files.map((file) => failures.get(file) ?? 0));
    const least = Math.min(...sound.map(leastOf));
    const seldom = sound.filter((each) => leastOf(each) === least);
    return seldom[below(seldom.length)]!;
  };
  try {
    const sound: Sound[] = [];
    for (const scene of scenes) sound.push(await soundly(browser, host.url, scene));
    const figures = await tryAll({
      count,
      lanes,
      async attempt(i) {
        const its = chooseScene(sound);
        const file = choose(its),
          way = ways[below(ways.length)]!,
          once = below(2) === 0;
        names[i] = `${file} ${way}${once ? ' once' : ''}, ${its.scene.act} with ${its.scene.link}`;
        return failing(browser, host.url, its, { file, way, once });
      },
      name: (i) => `fault ${i}: ${names[i]}`,
    });
    return { ...figures, files: failures.size };
  } finally {
    await browser.close();
    await host.close();
  }
}

/** Opens a scene whose files all arrive. @throws Error where it does not come to its end. */
async function soundly(browser: Browser, url: string, scene: Scene): Promise<Sound> {
  const visit = await open(browser, url);
  try {
    const asked = new Set<string>();
    visit.page.on('request', (request) => asked.add(nameOf(request.url(), url)));
    await visit.page.goto(`${url}${scene.link}`);
    const came = await until(visit.page, scene);
    if (came !== 'done') throw new Error(`${scene.act} with ${scene.link} does not work: ${came}`);
    const { figures } = await atRest(visit.page, '');
    // The page itself is the host's to give.
    return { scene, figures, files: [...asked].filter((name) => name !== '') };
  } finally {
    await visit.close();
  }
}

interface Fault {
  readonly file: string;
  readonly way: (typeof ways)[number];
  /** For the first request alone. */
  readonly once: boolean;
}

async function failing(browser: Browser, url: string, { scene, figures: wanted }: Sound, fault: Fault) {
  const visit = await open(browser, url);
  const { page, faults } = visit;
  let isOver = false;
  try {
    let times = 0;
    await page.route('**', (route) => {
      const isIt = nameOf(route.request().url(), url) === fault.file;
      if (!isIt || isOver || (fault.once && times++ > 0)) return route.continue();
      return fail(route, fault.way);
    });
    await page.goto(`${url}${scene.link}`);
    const first = await until(page, scene);
    isOver = true;
    if (first === null) throw new Error(`neither comes to its end nor says why; ${faults.join('; ')}`);
    // Whoever was told has a way out.
    const told = (await standing(page)).alerts;
    if ((first === 'said' || told !== '') && !(await askAgain(page)))
      await page.evaluate(() => dispatchEvent(new Event('online')));
    const end = async () => {
      const come = await until(page, scene, 'done');
      return { come, ...(come === 'done' ? await atRest(page, wanted) : await standing(page)) };
    };
    let last = await end();
    const isRight = () => last.come === 'done' && last.alerts === '' && last.figures === wanted;
    // Of a script that came, and not whole, browsers keep that for as long as the page lives.
    if (!isRight() && (await reloads(page))) last = await end();
    const { come, alerts, figures } = last;
    if (come !== 'done') faults.push(`did not recover from ${told || 'what it did not tell of'}; says ${alerts}`);
    else if (alerts !== '') faults.push(`still says ${alerts}`);
    else if (figures !== wanted) faults.push(`shows ${figures}, not ${wanted}`);
    if (faults.length > 0) throw new Error(faults.join('; '));
    return { taken: first === 'done', longest: await visit.longestTask() };
  } finally {
    await visit.close();
  }
}

/** Loads the page anew where that is offered, once what was asked for again has not come again. @returns whether it is. */
async function reloads(page: Page): Promise<boolean> {
  for (const end = Date.now() + patience / 2; Date.now() < end;) {
    if (await reload(page).catch(() => false)) return true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}

async function fail(route: Route, way: Fault['way']): Promise<void> {
  if (way === 'aborted') return route.abort();
  if (way === 'late') return void setTimeout(() => void route.continue().catch(() => undefined), lateness);
  if (way !== 'cut off') return route.fulfill({ status: Number(way) });
  const response = await route.fetch();
  return route.fulfill({ response, body: (await response.body()).subarray(0, 40) });
}

/** After so many looks, a quarter of a second apart, a visitor presses what is still offered. */
const fewLooks = 12;

/** Looks on until the scene has come to its end, or to words, where these will do. */
async function until(page: Page, scene: Scene, wanted: Come | 'any' = 'any'): Promise<Come> {
  let come: Come = null,
    told = 0;
  for (const end = Date.now() + patience; Date.now() < end;) {
    // A page that is loaded anew cannot be asked for a moment.
    come = await goOn(page, scene).catch(() => null);
    if (come === 'done' || (come === 'said' && wanted === 'any')) return come;
    // Something else was told of only after what was asked for again.
    told = come === 'said' ? told + 1 : 0;
    if (told === fewLooks) {
      told = 0;
      await askAgain(page).catch(() => false);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return come;
}

/** What stands there once nothing is complained of and the figures are those; else after a while. */
async function atRest(page: Page, wanted: string) {
  let now = await standing(page),
    still = 0;
  for (const end = Date.now() + patience / 2; Date.now() < end && still < 4;) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const next = await standing(page).catch(() => now);
    // Some of it was told of only now.
    if (next.alerts !== '' && next.alerts === now.alerts) await askAgain(page).catch(() => false);
    const isRight = next.alerts === '' && (wanted === '' || next.figures === wanted);
    still = isRight && next.figures === now.figures ? still + 1 : 0;
    now = next;
  }
  return now;
}

const nameOf = (address: string, url: string) => address.slice(url.length).split(/[?#]/)[0]!;

async function open(browser: Browser, url: string) {
  const context = await browser.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`uncaught ${error.message}`));
  page.on('request', (request) => {
    if (!/^(?:blob|data):/.test(request.url()) && !request.url().startsWith(url)) faults.push(`asked ${request.url()}`);
  });
  // Functions that are sent to the page have passed through tsx, which wraps the named ones among them in this.
  await page.addInitScript('globalThis.__name = (value) => value;');
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    const seen = { longest: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  return {
    page,
    faults,
    /** In ms of the processor: of the time that tasks were under way, what share it was theirs is known of all together alone. */
    async longestTask(): Promise<number> {
      const { metrics } = await session.send('Performance.getMetrics');
      const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
      const longest = await page.evaluate(() => (globalThis as unknown as { seen: { longest: number } }).seen.longest);
      return longest * Math.min(1, metric('ThreadTime') / metric('TaskDuration'));
    },
    close: () => context.close(),
  };
}
