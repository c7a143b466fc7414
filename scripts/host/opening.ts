import { first as words } from '../../src/strings/en/first';

const root = '<div id="root"></div>';

/** What the claim need not wait for. */
const scripts = /<(?:script type="module"|link rel="modulepreload")(?= )/g;

/**
 * Puts the claim into the page as it will stand in it without parameters before anything is measured, in English: readable before any script, which on
 * a slow line takes seconds. The page takes its place; public/opening.js hides it where the page will not begin like this.
 * @throws Error where the page has no empty root.
 */
export function withOpening(html: string): string {
  if (!html.includes(root)) throw new Error(`the page has no ${root}`);
  const opening = [
    `<header class="page-head"><p class="brand">${escaped(words.title)}</p></header>`,
    `<main><div class="claim"><h1>${escaped(words.claim.title.open)}</h1><p>${escaped(words.claim.text)}</p></div></main>`,
  ].join('');
  return html
    .replace('<title>', () => '<script src="./opening.js"></script>\n    <title>')
    .replace(root, () => `<div id="root"><div class="page opening">${opening}</div></div>`);
}

/** Lets style and claim come before the page's own scripts, which are a hundred times larger. @param html as built. */
export function withScriptsLast(html: string): string {
  return html.replace(scripts, (tag) => `${tag} fetchpriority="low"`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
