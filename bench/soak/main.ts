import { existsSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { panelNames } from '../../src/experiment/parameters';
import { serveFolder, type StaticServer } from '../../e2e/static-server';
import { randomStream } from '../../src/images/random';
import { poolSize } from '../../src/training/pool';
import { align } from '../report/text';
import { readArguments, type Arguments, type BrowserName } from './arguments';
import { grown, thirdsOf } from './flat';
import type { Measured } from './measure';
import { badLine, type BadLine } from './misfortunes';
import { changeSliders, moveAtRandom, type Visits } from './moves';
import { onceOnly } from './once-only';
import { openBrowser, type Opened } from './open';
import { preparedFiles } from './prepared';
import type { Random } from './random';
import { settle, type Figures } from './settle';
import { findFault, watchErrors } from './watch';

const sliderChanges = 1000;

/** Stories of which nothing but their panels answers to a hand. */
const panelsAlone = [8, 11];
/** Parts of the page that a hand must have been on in ten minutes. */
const expected: readonly string[] = [
  ...panelNames.filter((name) => name !== 'figures').map((name) => `panel ${name}`),
  ...Array.from({ length: 12 }, (_, i) => i + 1)
    .filter((at) => !panelsAlone.includes(at))
    .map((at) => `story ${at}`),
  'head',
  'first screen',
  'transport',
  'more',
  'tour',
  'talk',
  'dialog save-dialog',
  'dialog share',
  'dialog images-dialog',
  'dialog numbers',
];

interface Row extends Measured {
  readonly moves: number;
}

/** Moves everything on the page for minutes. @returns the exit code: 1 where something broke, stood still or grew. */
export async function main(given: readonly string[], chromium: string | null): Promise<number> {
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
  let code = 0;
  for (const name of asked.browsers) {
    const failures = await soakIn(name, folder, chromium, asked);
    console.log(
      failures.length === 0 ? `soak in ${name}: passed\n` : `soak in ${name}: failed:\n  ${failures.join('\n  ')}\n`,
    );
    if (failures.length > 0) code = 1;
  }
  return code;
}

async function soakIn(
  name: BrowserName,
  folder: string,
  chromium: string | null,
  { minutes, seed, write }: Arguments,
): Promise<readonly string[]> {
  const stream = randomStream(seed, 'soak');
  const random = () => stream.uint32() / 2 ** 32;
  const lineStream = randomStream(seed, 'soak line');
  const spared = name === 'firefox' ? await onceOnly(folder) : new Set<string>();
  const line = badLine(() => lineStream.uint32() / 2 ** 32, spared);
  const host = await serveFolder(folder, '/', {}, await preparedFiles(folder), line.refuses);
  const opened = await openBrowser(name, chromium);
  const soak = new Soak(opened, host, random);
  try {
    console.log(`${opened.version}: ${minutes} minutes of random moves, seed ${seed}`);
    await soak.run(minutes, line).catch((error: unknown) => soak.failures.push((error as Error).message));
    console.log(`\n${soak.report()}\n`);
    if (write && soak.failures.length === 0)
      writeFileSync(
        new URL(`../../fixtures/reliability/soak-${name}.json`, import.meta.url),
        `${JSON.stringify({ browser: opened.version, minutes, seed, ...soak.figures() }, null, 2)}\n`,
      );
    return [...new Set(soak.failures)];
  } finally {
    await opened.close();
    await host.close();
  }
}

class Soak {
  readonly failures: string[];
  private readonly rows: Row[] = [];
  private readonly visits: Visits = {};
  private shown: Figures | null = null;
  private moves = 0;
  private last = 'none';

  constructor(
    private readonly opened: Opened,
    private readonly host: StaticServer,
    private readonly random: Random,
  ) {
    this.failures = watchErrors(opened.page);
  }

  /**
   * @param line on which files fail as long as the page is moved: without its own script there is no page, which says so and
   * waits for its visitor.
   */
  async run(minutes: number, line: BadLine): Promise<void> {
    const { page } = this.opened;
    await page.goto(this.host.url);
    await this.measure('start');
    line.begin();
    for (let minute = 1; minute <= minutes && this.failures.length === 0; minute++) {
      await this.move(Date.now() + 60_000);
      if (this.failures.length === 0) await this.measure(`minute ${minute}`);
    }
    if (this.failures.length > 0) return;
    await changeSliders(page, sliderChanges);
    this.moves += sliderChanges;
    await this.measure(`${sliderChanges} changes`);
    this.failures.push(...grown(this.rows, poolSize(availableParallelism())));
    const untouched = expected.filter((place) => !this.visits[place]);
    if (minutes >= 10 && untouched.length > 0) this.failures.push(`never touched: ${untouched.join(', ')}`);
    line.end();
    await this.compareWithFresh();
  }

  private async move(end: number): Promise<void> {
    const { page } = this.opened;
    for (let rest = Date.now() + 10_000; Date.now() < end && this.failures.length === 0;) {
      this.last = await moveAtRandom(page, this.random, this.visits).catch((error: Error) => {
        const asked = this.host.asked.slice(-5).join(', ');
        throw new Error(
          `a move could not be made after ${this.moves} others, ${this.last}: ${error.message}; the page is at ${page.url()} and asked last for ${asked}`,
        );
      });
      this.moves += 1;
      if (Date.now() < rest) continue;
      const fault = await findFault(page);
      if (fault) this.failures.push(`after ${this.moves} moves, the last of them ${this.last}: ${fault}`);
      rest = Date.now() + 10_000;
    }
  }

  private async measure(at: string): Promise<void> {
    const { page, meter } = this.opened;
    const before = this.host.asked.length;
    const now = await settle(page).catch((error: Error) => {
      throw new Error(
        `did not come to rest after ${this.moves} moves, the last of them ${this.last}: ${error.message}`,
      );
    });
    this.shown ??= now;
    this.failures.push(...unlike(this.shown, now).map((difference) => `at ${at} the same link shows ${difference}`));
    const requests = this.host.asked.length - before;
    const scripts = await page.evaluate(() => [...globalThis.soak.workers.values()]);
    const { workersMb, ...read } = await meter.read(),
      workers = scripts.length;
    this.rows.push({ at, moves: this.moves, workers, workerMb: workersMb / workers, scripts, requests, ...read });
    console.log(align(head, this.rows.map(cells)).split('\n').at(-1));
  }

  /** A page that was put through all of it shows what one does that has just been opened. */
  private async compareWithFresh(): Promise<void> {
    const fresh = await this.opened.fresh(this.host.url);
    const shown = await settle(fresh);
    this.failures.push(...unlike(shown, this.shown!).map((difference) => `unlike a fresh page it shows ${difference}`));
  }

  figures() {
    return { moves: this.moves, places: Object.keys(this.visits).length, ...thirdsOf(this.rows) };
  }

  report(): string {
    const touched = Object.entries(this.visits)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([place, times]) => `${place} ${times}`);
    return `${align(head, this.rows.map(cells))}\n\n${touched.join(', ')}`;
  }
}

function unlike(wanted: Figures, shown: Figures): string[] {
  return [...new Set([...Object.keys(wanted), ...Object.keys(shown)])]
    .filter((key) => wanted[key] !== shown[key])
    .map((key) => `${key} ${JSON.stringify(shown[key])}, not ${JSON.stringify(wanted[key])}`);
}

const head = ['at', 'moves', 'page MB', 'worker MB', 'workers', 'loose nodes', 'listeners', 'requests'];
const round = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1));
const cells = ({ at, moves, pageMb, workerMb, workers, nodes, listeners, requests }: Row) => [
  at,
  ...[moves, pageMb, workerMb, workers, nodes, listeners, requests].map(round),
];
