import { createHash } from 'node:crypto';
import { singleFilePolicy, withPolicy } from './policy';

/** What the page is made of, as text. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** SVG. */
  readonly icon: string;
}

const entry = /<script type="module" src="[^"]*"><\/script>/;
/** What lies beside the page, and what it tells other sites: a file on a disk has neither. */
const links =
  /[ \t]*<(?:link rel="(?:icon|apple-touch-icon|manifest|stylesheet)"|meta (?:property="og:|name="twitter:))[^>]*>\n?/g;

/**
 * Puts script, style and icon into the page's source, in place of what it would load.
 * @throws Error where the page has no entry, or still refers to another file.
 */
export function inlinePage(html: string, { script, style, icon }: PageParts): string {
  if (!entry.test(html)) throw new Error('index.html has no script entry where the single file expects it.');
  const code = escapeScript(script);
  const head = [
    `<link rel="icon" href="data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}" />`,
    `<style>${escapeStyle(style)}</style>`,
  ];
  const bare = html.replace(links, '');
  const left = /\b(?:src|href)="(?!data:)[^"]*"/.exec(bare.replace(entry, ''));
  if (left) throw new Error(`index.html refers to another file, which a single file cannot: ${left[0]}`);
  // Replaced by functions: in a replacement text, the dollar signs of minified code would be read as patterns.
  const page = withPolicy(bare, singleFilePolicy(hashSource(code)));
  return page
    .replace(/\s*<\/head>/, (end) => ['', ...head].join('\n    ') + end)
    .replace(entry, () => `<script type="module">${code}</script>`);
}

/**
 * Script that may stand in an HTML element. What would end the element, or open a comment in it, occurs in minified code
 * only in strings, templates and regular expressions, and there means the same with its first character as an escape.
 */
export function escapeScript(script: string): string {
  return script.replaceAll('\r\n', '\n').replace(/<(?=\/script|script|!--)/gi, '\\x3C');
}

export function escapeStyle(style: string): string {
  return style.replace(/<(?=\/style)/gi, '\\3C ');
}

/** @param text exactly what stands between the tags. @returns a source for a Content-Security-Policy. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
