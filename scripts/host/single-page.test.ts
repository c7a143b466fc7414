import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderPolicy, withPolicy } from './policy';
import { escapeScript, escapeStyle, hashSource, inlinePage } from './single-page';

const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
const parts = { script: 'run("</script>", "$&")', style: 'p { color: red }', icon: '<svg/>' };

describe('a script in an HTML element', () => {
  const nasty = fc
    .array(fc.oneof(fc.constantFrom('</script>', '<script', '<!--', '</SCRIPT ', '<', '\\', '"'), fc.string()))
    .map((words) => words.join(''));

  it('never ends its element and never opens a comment', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(escapeScript(JSON.stringify(text))).not.toMatch(/<\/script|<script|<!--/i);
      }),
    );
  });

  it('means the same as before', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(runInNewContext(escapeScript(JSON.stringify(text)))).toBe(text);
      }),
    );
    expect(runInNewContext(escapeScript('/<\\/script>/.test("</script>")'))).toBe(true);
  });
});

it('a style never ends its element', () => {
  expect(escapeStyle('p::after { content: "</style>" }')).toBe('p::after { content: "\\3C /style>" }');
});

it('hashes as browsers do', () => {
  // The example of the Content Security Policy specification.
  expect(hashSource('doSomething();')).toBe("'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='");
});

it('has its policy right after its encoding, ahead of all that it governs', () => {
  expect(withPolicy(page, folderPolicy)).toMatch(
    /<head>\s*<meta charset="utf-8" \/>\s*<meta http-equiv="Content-Security-Policy" content="default-src 'none'; /,
  );
  expect(() => withPolicy('<p></p>', folderPolicy)).toThrow('charset');
});

describe('the single page', () => {
  const single = inlinePage(page, parts);

  it('refers to no other file', () => {
    expect(single).not.toMatch(/(?:src|href)="(?!data:)/);
    expect(single).not.toContain('./');
  });

  it('allows the script that it holds, letter for letter, and no other', () => {
    const [, code] = /<script type="module">([^]*)<\/script>/.exec(single)!;
    expect(code).toBe('run("\\x3C/script>", "$&")');
    expect(single).toContain(`script-src ${hashSource(code!)} 'wasm-unsafe-eval';`);
  });

  it('is refused where the page would still load something', () => {
    expect(() => inlinePage(page.replace('</head>', '<img src="./other.png" /></head>'), parts)).toThrow('other.png');
    expect(() => inlinePage('<p>no entry</p>', parts)).toThrow('no script entry');
  });
});
