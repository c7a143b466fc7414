/**
 * Draws the page's icons from its own figure: the long spectrum of noisy data behind that of the filters, which ends after
 * a few values. Run when the drawing changes; the pictures are committed. `CHROMIUM` names a browser on the system.
 *
 *     npx tsx scripts/render-icons.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const folder = fileURLToPath(new URL('../public/', import.meta.url));
const ground = '#fdfcfa',
  data = '#d55e00',
  filters = '#0072b2';

/**
 * @param corner radius of the ground. @param scale of the drawing: platforms may cut a maskable icon down to a circle.
 * @returns SVG of 32 × 32 units.
 */
function icon(corner: number, scale: number): string {
  const bars = (count: number, left: number, width: number, height: (i: number) => number) =>
    Array.from(
      { length: count },
      (_, i) => `M${+(left + 4.1 * i).toFixed(1)} 26h${width}v${-height(i)}h${-width}z`,
    ).join('');
  const placed = scale === 1 ? '' : ` transform="translate(16 16) scale(${scale}) translate(-16 -16)"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="${corner}" fill="${ground}"/><g${placed}>`,
    `<path fill="${data}" d="${bars(6, 3.9, 3.7, (i) => 21 - 1.5 * i)}"/>`,
    `<path fill="${filters}" d="${bars(3, 4.6, 2.3, (i) => 17 - 2 * i)}"/></g></svg>\n`,
  ].join('');
}

const rounded = icon(6, 1),
  square = icon(0, 0.82),
  maskable = icon(0, 0.68);
writeFileSync(`${folder}icon.svg`, rounded);
const pictures = [
  { name: 'icon-192.png', size: 192, svg: rounded },
  { name: 'icon-512.png', size: 512, svg: rounded },
  { name: 'icon-maskable-512.png', size: 512, svg: maskable },
  { name: 'apple-touch-icon.png', size: 180, svg: square },
];

const { CHROMIUM: executablePath } = process.env;
const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) });
for (const { name, size, svg } of pictures) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>html, body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`,
  );
  await page.screenshot({ path: `${folder}${name}`, omitBackground: true });
  await page.close();
}
await browser.close();
