/** Versions of browsers, as in MDN's compatibility data; null where none has it yet. */
export interface Since {
  readonly chrome: number | null;
  readonly firefox: number | null;
  readonly safari: number | null;
}

/** What a browser must or may have. */
export interface Feature {
  readonly name: string;
  readonly since: Since;
  /** How the source uses it, by which its line here is held to be needed still. */
  readonly used: RegExp;
  /** What a visitor has without it; null where the page does not start, or is not as it was designed. */
  readonly without: string | null;
}

const since = (chrome: number | null, firefox: number | null, safari: number | null): Since => ({
  chrome,
  firefox,
  safari,
});

export const features: readonly Feature[] = [
  { name: 'Workers that are modules', since: since(80, 114, 15), used: /type: 'module'/, without: null },
  { name: 'Copying array methods (`toSorted`)', since: since(110, 115, 16), used: /\.toSorted\(/, without: null },
  { name: '`findLast`', since: since(97, 104, 15.4), used: /\.findLast\(/, without: null },
  { name: '`Object.hasOwn`', since: since(93, 92, 15.4), used: /Object\.hasOwn\(/, without: null },
  { name: 'Lookbehind in patterns', since: since(62, 78, 16.4), used: /\(\?<[=!]/, without: null },
  { name: 'Container queries', since: since(105, 110, 16), used: /@container/, without: null },
  { name: '`:has()`', since: since(105, 121, 15.4), used: /:has\(/, without: null },
  { name: 'Subgrid', since: since(117, 71, 16), used: /subgrid/, without: null },
  { name: '`color-mix()`', since: since(111, 113, 16.2), used: /color-mix\(/, without: null },
  { name: 'Dynamic viewport units', since: since(108, 101, 15.4), used: /\d[ds]vh/, without: null },
  { name: '`<dialog>`', since: since(37, 98, 15.4), used: /showModal\(/, without: null },
  { name: 'MathML', since: since(109, 1, 10), used: /<math/, without: 'formulas in one line' },
  {
    name: 'WebAssembly with SIMD',
    since: since(91, 89, 16.4),
    used: /wasm/,
    without: 'training in plain TypeScript, which is slower; the page says so',
  },
  {
    name: 'Relaxed SIMD',
    since: since(114, 145, null),
    used: /relaxed SIMD/,
    without: 'the same training, a little slower, to results that differ by about 1e-7',
  },
  {
    name: 'WebGL 2 in workers',
    since: since(69, 105, 17),
    used: /OffscreenCanvas/,
    without: 'training in WebAssembly; the page says so',
  },
  {
    name: 'Resting of what is off the screen (`content-visibility`)',
    since: since(85, 125, 18),
    used: /content-visibility/,
    without: 'the same page, laid out whole',
  },
  {
    name: 'Encoding of video (WebCodecs)',
    since: since(94, 130, 16.4),
    used: /VideoEncoder|mediabunny/,
    without: 'moving pictures as GIF; the page says so',
  },
];

/** What the suite ran the page in, and what it did there: the others were read about only. */
export const ran: readonly { readonly browser: string; readonly what: string }[] = [
  { browser: 'Chromium, Debian’s headless shell', what: 'every end-to-end test (`npm test`)' },
  { browser: 'Firefox ESR 153, Debian’s', what: 'the smoke in `e2e/engines` (`npm test`), its paper among it' },
  { browser: 'WebKitGTK 2.50, Debian’s MiniBrowser', what: 'the same smoke but for saving to a disk and paper' },
  {
    browser: 'Playwright’s Chromium, Firefox and WebKit',
    what: 'nothing yet: the public workflow is set up to run every end-to-end test',
  },
];
