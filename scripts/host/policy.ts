/**
 * What the built page may load and run, as a Content-Security-Policy in a `<meta>`: a static host sends no headers of ours.
 * Not in `vite dev`, whose client is an inline script with a socket. Who may frame the page is left open, for slides.
 */
const common = {
  'default-src': "'none'",
  // Style attributes and style elements: what embeds and exported pictures are drawn with. Neither can run anything.
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** For the folder: everything from the page's own address, and WebAssembly, which is compiled from bytes. */
export const folderPolicy = written({
  ...common,
  'font-src': "'self'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  // The live preview of an embed.
  'frame-src': "'self'",
});

/**
 * For the single file: its own script by hash and nothing from anywhere. Workers run from text that the page holds, and
 * take this policy over. Frames are the preview of an embed: the file itself, whose own address is none that 'self' would match.
 * @param scriptHash as `hashSource` makes it.
 */
export function singleFilePolicy(scriptHash: string): string {
  return written({
    ...common,
    'script-src': `${scriptHash} 'wasm-unsafe-eval'`,
    'style-src': "'unsafe-inline'",
    'img-src': 'data: blob:',
    'font-src': 'data:',
    'worker-src': 'blob:',
    'frame-src': "'self' file:",
  });
}

const charset = '<meta charset="utf-8" />';

/**
 * Puts a policy into a page, ahead of all that it governs.
 * @throws Error where the page does not begin as index.html does.
 */
export function withPolicy(html: string, policy: string): string {
  if (!html.includes(charset)) throw new Error(`the page has no ${charset}`);
  return html.replace(charset, `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`);
}

function written(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}
