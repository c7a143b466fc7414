import { putThroughDocs } from './browsers/put-through';
import { features, ran, type Feature, type Since } from './browsers/features';

const browsers = ['chrome', 'firefox', 'safari'] as const;
const titles = { chrome: 'Chrome, Edge', firefox: 'Firefox', safari: 'Safari' } as const;

/** The least versions that have everything without which the page does not start or is not as designed. */
export function leastVersions(all: readonly Feature[] = features): Since {
  const needed = all.filter(({ without }) => without === null);
  const of = (browser: keyof Since) => Math.max(...needed.map(({ since }) => since[browser] ?? Infinity));
  return { chrome: of('chrome'), firefox: of('firefox'), safari: of('safari') };
}

/** docs/BROWSERS.md, whole. */
export function browserDocs(): string {
  const row = (cells: readonly unknown[]) => `| ${cells.join(' | ')} |`;
  const table = (head: readonly string[], rows: readonly (readonly unknown[])[]) =>
    [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
  const versions = (since: Since) => browsers.map((browser) => since[browser] ?? 'none yet');
  const least = leastVersions();
  const names = browsers.map((browser) => titles[browser]);
  return `<!-- Written by \`npm run docs\` from scripts/browsers/features.ts and fixtures/reliability. -->

# Browsers

The page as designed needs Chrome or Edge ${least.chrome}, Firefox ${least.firefox} or Safari ${least.safari}. A browser that cannot start it is told so in one sentence
(\`src/strings/opening.ts\`) by a script that browsers of 2016 can read. Versions are those of MDN’s compatibility data: read, not run.

## Needed

${table(
  ['what', ...names],
  features.filter(({ without }) => without === null).map(({ name, since }) => [name, ...versions(since)]),
)}

## Better with

${table(
  ['what', ...names, 'without it'],
  features
    .filter(({ without }) => without !== null)
    .map(({ name, since, without }) => [name, ...versions(since), without]),
)}

## Run

${table(
  ['browser', 'what was run'],
  ran.map(({ browser, what }) => [browser, what]),
)}

\`BROWSERS=firefox npx playwright test\` runs every test in Playwright’s Firefox, \`BROWSERS=firefox-esr,webkitgtk\` the smoke in Debian’s
browsers; the names are in \`playwright.config.ts\`.

## Put through

${putThroughDocs()}
`;
}
