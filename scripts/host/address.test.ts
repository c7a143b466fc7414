import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withAddress } from './address';

const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
const content = (html: string, name: string) =>
  new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)" />`).exec(html)?.[1];

describe('a page that is told where it lives', () => {
  it.each(['https://example.org/rank/', 'https://example.org/rank'])('says so in full, at %s', (address) => {
    const html = withAddress(page, address);
    expect(html).toMatch(
      /<link rel="canonical" href="https:\/\/example\.org\/rank\/" \/>\n\s*<meta property="og:url" content="https:\/\/example\.org\/rank\/" \/>\n\s*<\/head>/,
    );
    for (const name of ['og:image', 'twitter:image'])
      expect(content(html, name)).toBe('https://example.org/rank/social.png');
  });

  it('refuses what is no address of a folder on the web', () => {
    for (const address of ['example.org', 'file:///page/', 'https://example.org/?page', 'https://example.org/#sigma=1'])
      expect(() => withAddress(page, address), address).toThrow(`PAGE_URL: ${address}`);
  });
});

it('a page that is not told names its image beside it, and no address', () => {
  for (const address of [undefined, '']) {
    const html = withAddress(page, address);
    expect(content(html, 'og:image')).toBe('./social.png');
    expect(html).not.toMatch(/canonical|og:url/);
  }
});

it('names an image of the size that it has, and says what is in it', () => {
  // Width and height stand at the beginning of every PNG.
  const header = readFileSync(new URL('../../public/social.png', import.meta.url)).subarray(16, 24);
  expect([content(page, 'og:image:width'), content(page, 'og:image:height')]).toEqual([
    String(header.readUInt32BE(0)),
    String(header.readUInt32BE(4)),
  ]);
  expect(content(page, 'og:image:alt')!.length).toBeGreaterThan(40);
  expect(content(page, 'twitter:card')).toBe('summary_large_image');
});

it('is refused where the page names no image', () => {
  expect(() => withAddress('<p></p>', undefined)).toThrow('social.png');
});
