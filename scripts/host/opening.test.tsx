import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { first } from '../../src/strings/en/first';
import { withOpening, withScriptsLast } from './opening';

const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const page = readFileSync('index.html', 'utf8');

it('says the claim and how the figure below it is read, in the root that the page takes over', () => {
  const opened = withOpening(page);
  const root = parsed(opened).getElementById('root')!.innerHTML;
  expect(root).toContain(`<h1>${first.claim.title.open}</h1>`);
  expect(root).toContain(`<p>${first.claim.text}</p>`);
  expect(opened).toMatch(/<script src="\.\/opening\.js"><\/script>\s*<title>/);
});

it('comes before the page’s scripts, as built', () => {
  const built =
    '<script src="./opening.js"></script><script type="module" crossorigin src="./a.js"></script><link rel="modulepreload" crossorigin href="./b.js"><link rel="stylesheet" href="./c.css">';
  expect(withScriptsLast(built)).toBe(
    '<script src="./opening.js"></script><script type="module" fetchpriority="low" crossorigin src="./a.js"></script><link rel="modulepreload" fetchpriority="low" crossorigin href="./b.js"><link rel="stylesheet" data-first href="./c.css">',
  );
});

it('is refused where the page has no root to put it in', () => {
  expect(() => withOpening('<p></p>')).toThrow('root');
});

const script = readFileSync('public/opening.js', 'utf8');

const styled = page.replace('</head>', '<link rel="stylesheet" data-first href="./assets/c.css"></head>');

/** The page as built, with nothing of it run but its opening script. */
function opened({ hash = '', search = '', framed = false, language = 'en-GB' } = {}) {
  const view = Object.assign(new EventTarget(), { parent: {} });
  if (!framed) view.parent = view;
  const document = parsed(withOpening(styled));
  const location = {
    hash,
    search,
    href: `${window.location.origin}/page/${search}${hash}`,
    host: window.location.host,
  };
  // oxlint-disable-next-line no-new-func
  new Function('window', 'document', 'location', 'navigator', script)(view, document, location, { language });
  /** @param at where it happened: an element whose file did not come, or a script. */
  const fail = (at: string) => {
    const target = at.startsWith('http') ? view : document.querySelector(at)!;
    view.dispatchEvent(
      Object.defineProperties(new Event('error'), {
        target: { value: target },
        filename: { value: target === view ? at : undefined },
      }),
    );
  };
  return { view, document, fail, words: document.getElementById('not-started')! };
}

describe('a page that does not start', () => {
  it('says so in both languages where a script of it does not come or cannot run', () => {
    const { words, fail } = opened();
    fail('link[rel="icon"]');
    expect(words.hidden).toBe(true);
    fail('script[type="module"]');
    expect(words.hidden).toBe(false);
    expect(words.textContent).toContain('This page has not started');
    expect(words.querySelector('[lang="zh-CN"]')!.textContent).toContain('尚未启动');

    const old = opened({ framed: true });
    old.fail('https://elsewhere.org/extension.js');
    expect(old.words.hidden).toBe(true);
    old.fail(`${window.location.origin}/page/assets/a.js`);
    expect(old.words.hidden).toBe(false);
  });

  it('says so after a while, and says nothing once it is there', () => {
    vi.useFakeTimers();
    const slow = opened({ hash: '#k=2' }),
      started = opened();
    started.document.getElementById('root')!.replaceChildren('the page');
    vi.advanceTimersByTime(14_000);
    expect(slow.words.hidden).toBe(true);
    vi.advanceTimersByTime(2000);
    expect(slow.words.hidden).toBe(false);
    started.fail(`${window.location.origin}/page/assets/a.js`);
    expect(started.document.getElementById('root')!.textContent).toBe('the page');
    vi.useRealTimers();
  });
});

it('the style of the page is asked for again after growing pauses, and then when the line is back', () => {
  vi.useFakeTimers();
  const { view, document, fail, words } = opened();
  const style = () => document.querySelector('link[rel="stylesheet"]')!.getAttribute('href');
  const tried: [ms: number, href: string | null][] = [];
  fail('link[rel="stylesheet"]');
  for (let ms = 0; ms <= 12_000; ms += 500) {
    if (tried.at(-1)?.[1] !== style()) {
      tried.push([ms, style()]);
      if (ms > 0) fail('link[rel="stylesheet"]');
    }
    vi.advanceTimersByTime(500);
  }
  expect(tried).toEqual([
    [0, './assets/c.css'],
    [500, './assets/c.css?again=1'],
    [2500, './assets/c.css?again=2'],
    [8500, './assets/c.css?again=3'],
  ]);
  view.dispatchEvent(new Event('online'));
  expect(style()).toBe('./assets/c.css?again=4');
  expect(document.querySelectorAll('link[rel="stylesheet"]')).toHaveLength(1);
  // The page is there, if not as it should look.
  expect(words.hidden).toBe(true);
  vi.useRealTimers();
});

describe('is seen', () => {
  const seen = (where: Parameters<typeof opened>[0]) =>
    opened(where).document.documentElement.dataset['opening'] !== 'none';

  it('at the bare address, in English', () => {
    expect(seen({})).toBe(true);
    expect(seen({ hash: '#' })).toBe(true);
  });

  it.each([{ hash: '#sigma=0.4' }, { search: '?embed=1' }, { framed: true }, { language: 'zh-CN' }])(
    'not with %j, where the page may begin with other words',
    (where) => {
      expect(seen(where)).toBe(false);
    },
  );
});
