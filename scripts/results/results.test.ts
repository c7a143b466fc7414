import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asHtml, asMarkdown } from './document';
import { resultsPage } from './page';

describe('the results', () => {
  it.each([
    ['docs/RESULTS.md', asMarkdown],
    ['public/results.html', asHtml],
  ])('in %s are what the tables say: else npm run results', (file, write) => {
    expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')).toBe(write(resultsPage()));
  });

  it('are ten sentences', () => {
    const lists = resultsPage().flatMap((block) => (block.kind === 'list' ? [block.items.length] : []));
    expect(lists).toHaveLength(2);
    expect(lists[0]! + lists[1]!).toBe(10);
  });
});
