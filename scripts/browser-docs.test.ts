import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { notStarted } from '../src/strings/opening';
import { browserDocs, leastVersions } from './browser-docs';
import { features } from './browsers/features';

const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:tsx?|css)$/.test(name) && !/\.test\.|testing/.test(name))
  .map((name) => readFileSync(`src/${name}`, 'utf8'));

it('every feature of browsers that is listed is used still', () => {
  expect(features.filter(({ used }) => !source.some((text) => used.test(text))).map(({ name }) => name)).toEqual([]);
});

it('whoever has an older browser than is needed is told the versions that the table comes to', () => {
  const { chrome, firefox, safari } = leastVersions();
  for (const { text } of Object.values(notStarted))
    for (const name of [`Chrome ${chrome}`, `Firefox ${firefox}`, `Safari ${safari}`]) expect(text).toContain(name);
});

it('the document is as the table says', () => {
  expect(readFileSync('docs/BROWSERS.md', 'utf8'), 'npm run docs writes it').toBe(browserDocs());
});
