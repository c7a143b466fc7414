import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { precache, serviceWorker } from './precache';

const file = (path: string, text = path) => ({ path, bytes: new TextEncoder().encode(text) });
const site = [
  'index.html',
  'assets/index-1a.js',
  'mnist/digit-0.bin',
  'manifest.webmanifest',
  'mnist/SOURCE.txt',
  'sw.js',
  'rank-under-noise.html',
  'social.png',
  '.nojekyll',
].map((path) => file(path));

it('keeps what the page may load, and the page under the address that visitors open', () => {
  expect(precache(site).files).toEqual(['assets/index-1a.js', './', 'manifest.webmanifest', 'mnist/digit-0.bin']);
});

it('is a new version when anything kept changes, its name or what is in it', () => {
  const { version } = precache(site);
  expect(precache(site.toReversed()).version).toBe(version);
  expect(precache([...site.filter(({ path }) => path !== 'sw.js'), file('sw.js', 'another')]).version).toBe(version);
  for (const path of ['index.html', 'mnist/digit-0.bin']) {
    expect(precache(site.map((one) => (one.path === path ? file(path, 'other text') : one))).version, path).not.toBe(
      version,
    );
  }
  expect(precache([...site, file('assets/late.js')]).version).not.toBe(version);
});

it('is refused without a page', () => {
  expect(() => precache([file('assets/index.js')])).toThrow('no index.html');
});

it('is written ahead of the worker’s script', () => {
  const script = serviceWorker('seen(version, files);', { version: 'v', files: ['./', 'a"b'] });
  const seen: unknown[] = [];
  runInNewContext(script, { seen: (...all: unknown[]) => seen.push(...all) });
  expect(JSON.stringify(seen)).toBe('["v",["./","a\\"b"]]');
});
