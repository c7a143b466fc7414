import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { randomStream } from '../../src/images/random';
import { align } from '../report/text';
import { readArguments, type Arguments } from './arguments';
import { Meter, type Usage } from './measure';
import { failFiles } from './misfortunes';
import { changeSliders, moveAtRandom } from './moves';
import { settle, type Figures } from './settle';
import { findFault, watchErrors } from './watch';

/** As in the end-to-end tests: WebGL in software, and the page painted without it. */
const flags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
];

/**
 * How much may be left behind. Caches that fill up once account for megabytes (digits, compiled programs, a clean
 * spectrum); React keeps the nodes of the last change. A leak passes any of these within minutes.
 */
const tolerances: Usage = { pageMb: 3, workersMb: 8, workers: 0, nodes: 300, listeners: 40 };
/** For slider changes alone, which fill no cache. */
const sliderTolerances: Usage = { pageMb: 2, workersMb: 3, workers: 0, nodes: 100, listeners: 10 };
const sliderChanges = 1000;

interface Row extends Usage {
  readonly at: string;
  readonly moves: number;
}

/** Moves everything on the page for minutes. @returns the exit code: 1 where something broke, stood still or grew. */
export async function main(given: readonly string[], executablePath: string | null): Promise<number> {
  let asked: Arguments;
  try {
    asked = readArguments(given);
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
  const folder = asked.dist ?? fileURLToPath(new URL('../../dist', import.meta.url));
  if (!existsSync(`${folder}/index.html`)) {
    console.error('There is no built page: run `npm run build` first.');
    return 2;
  }
  const server = await preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { port: 4900, strictPort: false, host: 'localhost' },
  });
  const browser = await chromium.launch({ args: flags, ...(executablePath ? { executablePath } : {}) });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    // Functions that are sent to the page have passed through tsx, which wraps the named ones among them in this.
    await context.addInitScript('globalThis.__name = (value) => value;');
    const page = await context.newPage();
    const url = server.resolvedUrls!.local[0]!;
    const failures = await soak(page, url, asked).catch((error: Error) => [error.message]);
    if (failures.length === 0) failures.push(...(await unlikeAFreshPage(page, url)));
    console.log(failures.length === 0 ? 'soak: passed' : `soak: failed: ${[...new Set(failures)].join('; ')}`);
    return failures.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function soak(page: Page, url: string, { minutes, seed }: Arguments): Promise<string[]> {
  const stream = randomStream(seed, 'soak');
  const random = () => stream.uint32() / 2 ** 32;
  const failures = watchErrors(page);
  await page.goto(url);
  const meter = await Meter.open(page);
  const rows: Row[] = [];
  let moves = 0,
    figures: Figures | null = null,
    last = '';
  const measure = async (at: string) => {
    const now = await settle(page).catch((error: Error) => {
      throw new Error(`did not come to rest after ${moves} moves, the last of them ${last}: ${error.message}`);
    });
    if (figures && JSON.stringify(now) !== JSON.stringify(figures))
      failures.push(`at ${at} the same link shows ${JSON.stringify(now)}, not ${JSON.stringify(figures)}`);
    figures ??= now;
    rows.push({ at, moves, ...(await meter.read()) });
    console.log(align(head, rows.map(cells)).split('\n').at(-1));
  };

  console.log(`${minutes} minutes of random moves, seed ${seed}`);
  await measure('start');
  // Without its own script there is no page, which says so and waits for its visitor.
  await failFiles(page, random);
  for (let minute = 1; minute <= minutes; minute++) {
    const end = Date.now() + 60_000;
    for (let rest = Date.now() + 10_000; Date.now() < end && failures.length === 0;) {
      last = await moveAtRandom(page, random).catch((error: Error) => {
        throw new Error(`a move could not be made after ${moves} others: ${error.message}`);
      });
      moves += 1;
      if (Date.now() < rest) continue;
      const fault = await findFault(page);
      if (fault) failures.push(`after ${moves} moves, the last of them ${last}: ${fault}`);
      rest = Date.now() + 10_000;
    }
    if (failures.length > 0) break;
    await measure(`minute ${minute}`);
  }
  if (failures.length === 0) {
    await changeSliders(page, sliderChanges);
    moves += sliderChanges;
    await measure(`${sliderChanges} changes`);
    failures.push(...grown(rows[1]!, rows.at(-2)!, tolerances), ...grown(rows.at(-2)!, rows.at(-1)!, sliderTolerances));
  }
  console.log(`\n${align(head, rows.map(cells))}\n`);
  return failures;
}

/** What a page that was put through all of it shows otherwise than one that has just been opened. */
async function unlikeAFreshPage(page: Page, url: string): Promise<string[]> {
  const fresh = await page.context().newPage();
  await fresh.goto(url);
  const [used, unused] = [JSON.stringify(await settle(page)), JSON.stringify(await settle(fresh))];
  return used === unused ? [] : [`the page shows ${used}, a fresh one ${unused}`];
}

function grown(before: Row, after: Row, allowed: Usage): string[] {
  return (Object.keys(allowed) as (keyof Usage)[])
    .filter((key) => after[key] - before[key] > allowed[key])
    .map(
      (key) =>
        `${key} grew from ${round(before[key])} (${before.at}) to ${round(after[key])} (${after.at}), more than ${allowed[key]}`,
    );
}

const head = ['at', 'moves', 'page MB', 'workers MB', 'workers', 'DOM nodes', 'listeners'];
const round = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1));
const cells = ({ at, moves, pageMb, workersMb, workers, nodes, listeners }: Row) => [
  at,
  ...[moves, pageMb, workersMb, workers, nodes, listeners].map(round),
];
