import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { preview } from 'vite';
import { loadNow } from '../machine';
import { align } from '../report/text';
import { head, imperfect, middle, missed, row, target, type Result } from './report';

/**
 * Fetched when it is asked for, into npm's cache: 200 packages and 185 MB are too much for everyone who installs the
 * project. The last version for Node 20.
 */
const tool = 'lighthouse@12.8.2';
const presets = { mobile: [], desktop: ['--preset=desktop'] } as const;
/**
 * Without PaintHolding, by which Chromium keeps the page before it on the screen for up to two seconds: here that is an
 * empty one, whose size Lighthouse has just changed, and the first paint would be its end.
 */
const flags = '--headless=new --no-sandbox --disable-features=PaintHolding';

/**
 * Measures the built page with both presets of Lighthouse and its own throttling: simulated, from a load that is not slowed
 * down, to a slow 4G line and a quarter of the processor for mobile, and to a fast line for desktop.
 * @param given `--runs N`, of which the middle one counts.
 * @returns the exit code: 1 where a score is under the target, 2 where nothing could be measured.
 */
export async function main(given: readonly string[], chromium: string | null): Promise<number> {
  const runs = given.length === 0 ? 1 : given.length === 2 && given[0] === '--runs' ? Number(given[1]) : NaN;
  if (!Number.isInteger(runs) || runs < 1) {
    console.error('lighthouse: there is --runs N, a whole number from 1.');
    return 2;
  }
  const dist = fileURLToPath(new URL('../../dist', import.meta.url));
  if (!existsSync(`${dist}/index.html`)) {
    console.error('There is no built page: run `npm run build` first.');
    return 2;
  }
  // As a host of plain files: what is not there is missing, rather than the page again.
  const server = await preview({
    configFile: false,
    appType: 'mpa',
    logLevel: 'error',
    build: { outDir: dist },
    preview: { port: 4700, strictPort: false, host: 'localhost' },
  });
  const folder = await mkdtemp(join(tmpdir(), 'lighthouse-'));
  try {
    const found: [string, Result][] = [];
    for (const [preset, options] of Object.entries(presets)) {
      const results: Result[] = [];
      for (let i = 0; i < runs; i++)
        results.push(await measure(server.resolvedUrls!.local[0]!, options, folder, chromium));
      found.push([preset, middle(results)]);
    }
    console.log(
      `${tool}, load average ${loadNow().toFixed(2)}, ${runs === 1 ? 'one run' : `the middle one of ${runs} runs`} a preset; processor: Lighthouse’s own index\n`,
    );
    console.log(
      align(
        head,
        found.map(([preset, result]) => row(preset, result)),
      ),
    );
    for (const [preset, result] of found)
      console.log(
        `\n${preset}: audits below 1\n${align(['category', 'audit', 'score', 'value', 'title'], imperfect(result))}`,
      );
    const failures = found.flatMap(([preset, result]) => missed(result).map((category) => `${category} on ${preset}`));
    console.log(
      failures.length === 0
        ? `\nlighthouse: ${target} or more everywhere`
        : `\nlighthouse: under ${target}: ${failures.join(', ')}`,
    );
    return failures.length === 0 ? 0 : 1;
  } catch (error) {
    console.error(`lighthouse: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  } finally {
    await rm(folder, { recursive: true, force: true });
    await server.close();
  }
}

async function measure(
  url: string,
  options: readonly string[],
  folder: string,
  chromium: string | null,
): Promise<Result> {
  const file = join(folder, 'result.json');
  const args = [
    '--yes',
    tool,
    url,
    ...options,
    '--output=json',
    `--output-path=${file}`,
    '--quiet',
    '--no-enable-error-reporting',
    `--chrome-flags=${flags}`,
  ];
  // In a folder of its own, where npx finds no other version and whatever is left behind goes with it.
  await promisify(execFile)('npx', args, {
    cwd: folder,
    env: { ...process.env, ...(chromium ? { CHROME_PATH: chromium } : {}) },
  });
  const result = JSON.parse(await readFile(file, 'utf8')) as Result;
  if (result.runtimeError) throw new Error(result.runtimeError.message);
  return result;
}
