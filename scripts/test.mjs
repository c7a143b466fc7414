/**
 * The whole suite: lint, types, generated files, unit and component tests, build, end-to-end tests. Every stage runs even
 * where an earlier one failed; a table says what each came to, and the last line sums up: `N passed, N failed`.
 *
 * What the browser needs is one lane, and all else another beside it: neither keeps two processors busy alone, as browsers
 * wait for frames and timers.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findChromium, findEngines } from './find-browsers.mjs';

const results = 'test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results);

const chromium = findChromium();
const engines = findEngines();
const browsers = ['chromium', ...engines.filter(({ found }) => found).map(({ name }) => name)];
const env = { ...process.env, BROWSERS: browsers.join(), ...(chromium ? { CHROMIUM: chromium } : {}) };

/** What is said is shown as it comes where a stage is `live`, else at its end. */
const kernel = { name: 'kernel', command: 'npm run --silent kernel', live: true };
/** Beside each other; the stages of one lane in turn. All of them need the kernel, which each would make otherwise. */
const lanes = [
  [
    { name: 'build', command: 'npm run --silent build' },
    { name: 'end-to-end tests', command: 'npx playwright test', count: countEndToEnd, live: true },
  ],
  [
    { name: 'types', command: 'npm run --silent types' },
    { name: 'lint', command: 'npm run --silent lint' },
    {
      name: 'unit tests',
      command: `npx vitest run --reporter=default --reporter=json --outputFile.json=${results}/unit.json`,
      count: countUnit,
    },
  ],
];

const began = Date.now();
const done = [await run(kernel), ...(await Promise.all(lanes.map(inTurn))).flat()];

console.log();
for (const { name, passed, failed, seconds } of [...done, { name: 'all', ...sum(done), seconds: since(began) }])
  console.log(
    `${name.padEnd(18)}${String(passed).padStart(6)} passed${String(failed).padStart(5)} failed${seconds.toFixed(1).padStart(8)} s`,
  );
for (const { name, packages, found } of engines)
  if (!found) console.log(`${name.padEnd(18)} not tried: it takes Debian’s packages ${packages.join(' and ')}`);
const { passed, failed } = sum(done);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function inTurn(stages) {
  const made = [];
  for (const stage of stages) made.push(await run(stage));
  return made;
}

async function run({ name, command, count, live }) {
  const start = Date.now();
  console.log(`\n== ${name}: ${command}`);
  const child = spawn(command, { shell: true, stdio: live ? 'inherit' : 'pipe', env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text));
  const status = await new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', resolve);
  });
  const counted = count?.() ?? { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  // A runner that fails without a failed test (a crash, no test found) must not read as success.
  if (status !== 0 && counted.failed === 0) counted.failed = 1;
  const seconds = since(start);
  console.log(`${said}\n== ${name}: ${counted.passed} passed, ${counted.failed} failed in ${seconds.toFixed(1)} s`);
  return { name, ...counted, seconds };
}

function since(start) {
  return (Date.now() - start) / 1000;
}

function sum(counts) {
  return counts.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), {
    passed: 0,
    failed: 0,
  });
}

function read(file) {
  try {
    return JSON.parse(readFileSync(`${results}/${file}`, 'utf8'));
  } catch {
    return null;
  }
}

function countUnit() {
  const report = read('unit.json');
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
}

/** A test that passed at a second try has failed. */
function countEndToEnd() {
  const stats = read('e2e.json')?.stats;
  return { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) };
}
