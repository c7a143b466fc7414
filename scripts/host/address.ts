/** What index.html says of the social image, whose address other sites need in full. */
const image = 'content="./social.png"';

/**
 * Tells other sites where the page lives: crawlers that make previews take full addresses only, and a page that works from
 * any path does not know its own.
 * @param address where it will be published, from the environment; without it the page stays as it is.
 * @throws Error with words where it is none, or where the page names no image.
 */
export function withAddress(html: string, address: string | undefined): string {
  if (!html.includes(image)) throw new Error(`the page has no ${image}`);
  if (!address) return html;
  const url = readAddress(address);
  const tags = [`<link rel="canonical" href="${url}" />`, `<meta property="og:url" content="${url}" />`];
  return html
    .replaceAll(image, () => `content="${new URL('social.png', url).href}"`)
    .replace(/\s*<\/head>/, (end) => ['', ...tags].join('\n    ') + end);
}

function readAddress(text: string): string {
  let url;
  try {
    url = new URL(text);
  } catch {
    throw new Error(`PAGE_URL: ${text} is not an address; it takes one like https://example.org/rank/.`);
  }
  if (!/^https?:$/.test(url.protocol) || url.search || url.hash)
    throw new Error(`PAGE_URL: ${text} is not the address of a folder on the web, like https://example.org/rank/.`);
  // A folder: without the slash, names beside the page would be looked for one level up.
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url.href.replaceAll('&', '&amp;').replaceAll('"', '%22');
}
