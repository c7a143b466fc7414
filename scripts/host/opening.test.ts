import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { first } from '../../src/strings/en/first';
import { withOpening, withScriptsLast } from './opening';

const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');

it('says the claim and how the figure below it is read, in the root that the page takes over', () => {
  const opened = withOpening(page);
  const root = /<div id="root">(.*)<\/div>/.exec(opened)![1]!;
  expect(root).toContain(`<h1>${first.claim.title.open}</h1>`);
  expect(root).toContain(`<p>${first.claim.text}</p>`);
  expect(opened).toMatch(/<script src="\.\/opening\.js"><\/script>\s*<title>/);
});

it('comes before the page’s scripts, as built', () => {
  const built =
    '<script src="./opening.js"></script><script type="module" crossorigin src="./a.js"></script><link rel="modulepreload" crossorigin href="./b.js"><link rel="stylesheet" href="./c.css">';
  expect(withScriptsLast(built)).toBe(
    '<script src="./opening.js"></script><script type="module" fetchpriority="low" crossorigin src="./a.js"></script><link rel="modulepreload" fetchpriority="low" crossorigin href="./b.js"><link rel="stylesheet" href="./c.css">',
  );
});

it('is refused where the page has no root to put it in', () => {
  expect(() => withOpening('<p></p>')).toThrow('root');
});

describe('is seen', () => {
  const script = readFileSync(new URL('../../public/opening.js', import.meta.url), 'utf8');
  const seen = ({ hash = '', search = '', framed = false, language = 'en-GB' }) => {
    const window = { parent: {} };
    if (!framed) window.parent = window;
    const document = { documentElement: { dataset: {} as Record<string, string> } };
    runInNewContext(script, { window, document, location: { hash, search }, navigator: { language } });
    return document.documentElement.dataset['opening'] !== 'none';
  };

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
