import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
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
  const script = serviceWorker('seen(version, files, needed);', { version: 'v', files: ['./', 'a"b'], needed: ['./'] });
  const seen: unknown[] = [];
  runInNewContext(script, { seen: (...all: unknown[]) => seen.push(...all) });
  expect(JSON.stringify(seen)).toBe('["v",["./","a\\"b"],["./"]]');
});

describe('what a version is not without', () => {
  const built = [
    file(
      'index.html',
      '<script src="./opening.js"></script><script src="./assets/page.js"></script><link href="./assets/page.css"><link href="./icon.svg">',
    ),
    file('opening.js'),
    file('icon.svg'),
    file('assets/page.js', 'import{a}from"./kit.js";const later=()=>import(`./tour.js`)'),
    file('assets/page.css'),
    file('assets/kit.js', 'export const a=1'),
    file('assets/tour.js'),
    file('assets/worker-1a.js'),
    file('assets/gpu-worker-1a.js'),
  ];

  it('is what the page loads at once, and the script that trains', () => {
    expect(precache(built).needed).toEqual([
      './',
      'assets/kit.js',
      'assets/page.css',
      'assets/page.js',
      'assets/worker-1a.js',
      'opening.js',
    ]);
  });

  /** The service worker, on a host that holds some files back. */
  async function installed(blocked: (path: string) => boolean) {
    const cache = new Map<string, string>();
    const path = (asked: string | URL | { url: string }) =>
      new URL(typeof asked === 'object' && 'url' in asked ? asked.url : asked).pathname.slice(1);
    const fetched = async (asked: { url: string }) => {
      if (blocked(path(asked))) throw new Error('blocked');
      return { ok: true, status: 200, clone: () => path(asked) };
    };
    const add = async (asked: { url: string }) => void cache.set(path(asked), (await fetched(asked)).clone());
    const open = {
      add,
      addAll: (all: { url: string }[]) => Promise.all(all.map(add)),
      put: async (asked: URL, copy: string) => void cache.set(path(asked), copy),
      match: async (asked: URL | string) => cache.get(path(asked)),
    };
    const listeners: Record<string, (event: object) => void> = {};
    const self = {
      registration: { scope: 'https://example.org/' },
      addEventListener: (name: string, listener: (event: object) => void) => (listeners[name] = listener),
    };
    class Request {
      readonly url: string;
      constructor(url: URL) {
        this.url = url.href;
      }
    }
    const template = readFileSync(new URL('./service-worker.js', import.meta.url), 'utf8');
    runInNewContext(serviceWorker(template, precache(built)), {
      self,
      caches: { open: async () => open, keys: async () => ['rank-under-noise https://example.org/ before'] },
      URL,
      Request,
      fetch: fetched,
      setTimeout,
    });
    const happened = (name: string, event: object = {}) =>
      new Promise((resolve, reject) => {
        const answer = (promise: Promise<unknown>) => void promise.then(resolve, reject);
        listeners[name]!({ waitUntil: answer, respondWith: answer, ...event });
      });
    await happened('install');
    return {
      cache,
      ask: (file: string) =>
        happened('fetch', { request: { url: `https://example.org/${file}`, method: 'GET' }, waitUntil() {} }),
    };
  }

  it('leaves an open page of another build its parts: from the network, or from whichever version has kept them', async () => {
    const gone = ['assets/other-build.js', 'assets/never.js'];
    const { cache, ask } = await installed((path) => gone.includes(path));
    cache.set('assets/other-build.js', 'kept by the version before');
    expect(await ask('assets/other-build.js')).toBe('kept by the version before');
    await expect(ask('assets/never.js')).rejects.toThrow('blocked');
    expect(await ask('assets/newest.js')).toMatchObject({ status: 200 });
  });

  it('stands alone in its way: any other file may be missing, and is kept once it comes', async () => {
    let isBlocked = true;
    const { cache, ask } = await installed((path) => isBlocked && path === 'assets/tour.js');
    expect(cache.size).toBe(built.length - 1);
    isBlocked = false;
    await ask('assets/tour.js');
    await vi.waitFor(() => expect(cache.has('assets/tour.js')).toBe(true));
    await expect(installed((path) => path === 'assets/page.js')).rejects.toThrow('blocked');
  });
});
