import { first as words } from '../../src/strings/en/first';
import { notStarted } from '../../src/strings/opening';

const root = '<div id="root"></div>';

/** What the claim need not wait for. */
const scripts = /<(?:script type="module"|link rel="modulepreload")(?= )/g;

/**
 * Puts the claim into the page as it will stand in it without parameters before anything is measured, in English: readable before any script, which on
 * a slow line takes seconds. The page takes its place; public/opening.js hides it where the page will not begin like this, and
 * shows what stands below it where the page does not begin at all.
 * @throws Error where the page has no empty root.
 */
export function withOpening(html: string): string {
  if (!html.includes(root)) throw new Error(`the page has no ${root}`);
  const opening = [
    `<header class="page-head"><p class="brand">${escaped(words.title)}</p></header>`,
    `<main><div class="claim"><h1>${escaped(words.claim.title.open)}</h1><p>${escaped(words.claim.text)}</p></div></main>`,
  ].join('');
  const { en, zh } = notStarted;
  const failed = [
    '<div id="not-started" hidden><p class="outcome bad" role="alert">',
    `<span>${escaped(en.text)} <span lang="zh-CN">${escaped(zh.text)}</span></span> `,
    `<button type="button" class="secondary">${escaped(en.again)} <span lang="zh-CN">${escaped(zh.again)}</span></button></p></div>`,
  ].join('');
  return html
    .replace('<title>', () => '<script src="./opening.js"></script>\n    <title>')
    .replace(root, () => `<div id="root"><div class="page opening">${opening}</div>${failed}</div>`);
}

/**
 * Lets style and claim come before the page's own scripts, which are a hundred times larger, and marks the style that public/opening.js
 * asks for again where it does not come. @param html as built.
 */
export function withScriptsLast(html: string): string {
  return html
    .replace(scripts, (tag) => `${tag} fetchpriority="low"`)
    .replace(/<link rel="stylesheet"(?= )/, (tag) => `${tag} data-first`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
