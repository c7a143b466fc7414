import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { readArguments } from './arguments';
import { launch, openBench, serveBench, serveSite } from './browser';
import { describeMachine, loadNow } from './machine';
import type { Bench, Budget, Part } from './part';
import { causes } from './parts/causes';
import { curve } from './parts/curve';
import { firstFigure } from './parts/first-figure';
import { frameCost } from './parts/frame-cost';
import { growth } from './parts/growth';
import { largest } from './parts/largest';
import { mainThread } from './parts/main-thread';
import { networkSteps } from './parts/networks';
import { slider } from './parts/slider';
import { spectra } from './parts/spectra';
import { steps } from './parts/steps';
import { sweep } from './parts/sweep';
import { asMarkdown, type Titled } from './report/markdown';
import { align, asText, cells, targetHead } from './report/text';

const parts = {
  steps,
  networks: networkSteps,
  curve,
  slider,
  sweep,
  causes,
  'main-thread': mainThread,
  'frame-cost': frameCost,
  'first-figure': firstFigure,
  spectra,
  growth,
  largest,
} as const satisfies Record<string, Part>;
const names = Object.keys(parts) as (keyof typeof parts)[];
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

interface Scripts {
  findChromium(): string | null;
  readBudget(dist: string): Budget;
}

/** Runs the parts one after another. @returns the exit code: 1 where a part could not run, whatever the targets say. */
export async function main(given: readonly string[], { findChromium, readBudget }: Scripts): Promise<number> {
  const load = loadNow();
  let asked;
  try {
    asked = readArguments(given, names);
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
  const { quick, only } = asked;
  const chromium = findChromium();
  const browser = await launch(chromium, true);
  const closing: (() => Promise<unknown>)[] = [() => browser.close()];
  const opened = async <Served extends { close(): Promise<void> }>(serving: Promise<Served>) => {
    const served = await serving;
    closing.push(() => served.close());
    return served;
  };
  let page: Promise<Page> | null = null,
    site: Promise<string> | null = null,
    plain: Promise<Browser> | null = null;
  const bench: Bench = {
    browser,
    quick,
    rounds: quick ? 3 : 7,
    block: quick ? 120 : 300,
    page: () => (page ??= opened(serveBench()).then(({ url }) => openBench(browser, url))),
    plainBrowser: () => (plain ??= opened(launch(chromium, false))),
    site: () => (site ??= opened(serveSite()).then(({ url }) => url)),
    budget: () => readBudget(path('../dist')),
    say: (text) => console.log(`  ${text}`),
  };
  const done: Titled[] = [];
  let failed = 0;
  try {
    const before = await describeMachine(browser, load);
    console.log(
      `${before.processor}, ${before.cores} cores, load average ${load.toFixed(2)}; ${before.browser}; WebGL ${before.renderer}${before.softwareGl ? ' (software)' : ''}`,
    );
    for (const name of only) {
      const { title, run } = parts[name];
      console.log(`\n== ${title}`);
      try {
        const result = await run(bench);
        done.push({ title, ...result });
        console.log(`\n${asText(result)}`);
      } catch (error) {
        failed += 1;
        console.error(`  could not run: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    const machine = { ...before, loadAfter: loadNow() };
    console.log(
      `\n== All targets\n\n${align(
        targetHead,
        done.flatMap(({ rows }) => rows.map(cells)),
      )}`,
    );
    writeFileSync(path('results.json'), `${JSON.stringify({ machine, quick, parts: done }, null, 1)}\n`);
    if (!quick && only.length === names.length && failed === 0) {
      const page = path('../docs/BENCHMARKS.md');
      // Put there by hand, from `npm run lighthouse`, which is measured apart.
      const lighthouse = /\n## Lighthouse\n[^]*$/.exec(readFileSync(page, 'utf8'))?.[0] ?? '';
      writeFileSync(page, asMarkdown(machine, done, bench.rounds) + lighthouse);
    }
  } finally {
    for (const close of closing) await close().catch(() => {});
  }
  return failed > 0 ? 1 : 0;
}
