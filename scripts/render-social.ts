/**
 * Takes the picture that other sites show with a link to the page: its claim and its first figure, of the default run, as
 * a visitor sees them. Run when one of them changes, after `npm run build`; the picture is committed. `CHROMIUM` names a
 * browser on the system.
 *
 *     npx tsx scripts/render-social.ts
 */
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withBuiltPage } from './built-page';

const file = fileURLToPath(new URL('../public/social.png', import.meta.url));
/** In pixels, as index.html says. */
const size = { width: 1200, height: 630 };
/** Previews are small: what is in them is drawn this much larger than on the page. */
const scale = 1.25;
const most = 150_000;
/** Height of the window in which the curve is as high as the picture has room for, in its pixels. */
const drawn = 820;

/** What the picture is about; all else of the page gives way, and the rest fills the picture. */
const style = `
  header, footer, main > :not(.claim, .claimed), .curve-row, .claim p, .numbers-button { display: none !important; }
  .page { max-width: none; height: ${size.height / scale}px; padding: 0 44px; display: flex; flex-direction: column; justify-content: center; }
  .claim h1 { margin-bottom: 22px; font-size: 35px; text-wrap: balance; }
`;

await withBuiltPage(async (browser, url) => {
  const page = await browser.newPage({
    viewport: { width: size.width / scale, height: drawn },
    deviceScaleFactor: scale,
    locale: 'en',
  });
  await page.goto(`${url}#theme=light`);
  await page.locator('.status .outcome', { hasText: 'Finished' }).waitFor();
  await page.addStyleTag({ content: style });
  await page.locator('.curve-row', { hasText: /\d+ runs/ }).waitFor({ state: 'attached' });
  await page.waitForTimeout(500);
  await page.screenshot({ path: file, clip: { x: 0, y: 0, width: size.width / scale, height: size.height / scale } });
});
const { size: bytes } = statSync(file);
console.log(`public/social.png: ${(bytes / 1000).toFixed(0)} kB`);
if (bytes > most) throw new Error(`public/social.png is larger than ${most / 1000} kB.`);
