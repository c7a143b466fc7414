/**
 * What a visitor downloads before the first figure: the page's script with what it imports statically, and the worker's,
 * which holds the kernel that the first run trains with. Fails where they exceed the budget, or where tfjs is among them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Bytes of gzip, with kB as in network panels: 1000 bytes. */
export const budget = 130_000;

const staticImport = /\b(?:import|from)\s*["'`]\.\/([\w.-]+\.js)["'`]/g;
/** A string of tfjs's WebGL backend that survives minification. */
const tfjsMark = 'WEBGL_FORCE_F16_TEXTURES';

/**
 * @param {string} dist the built folder.
 * @returns {{ files: { name: string, bytes: number, gzip: number, tfjs: boolean }[], total: number, budget: number, late: { name: string, gzip: number }[] }}
 * files before the first figure, their sum in gzip bytes, and the scripts that are loaded later or never.
 */
export function readBudget(dist) {
  const page = join(dist, 'index.html');
  if (!existsSync(page)) throw new Error('There is no built page: run `npm run build` first.');
  const html = readFileSync(page, 'utf8');
  const assets = join(dist, 'assets');
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const text = Object.fromEntries(scripts.map((name) => [name, readFileSync(join(assets, name))]));
  const found = (name, pattern) =>
    [...text[name].toString('utf8').matchAll(pattern)].map((match) => match[1]).filter((other) => other in text);

  const inPage = scripts.filter((name) => html.includes(name));
  const workers = scripts.filter((name) => name.startsWith('worker-'));
  if (inPage.length === 0 || workers.length === 0)
    throw new Error('The built page has no entry or worker under the names that this script knows.');

  const before = new Set();
  const add = (name) => {
    if (before.has(name)) return;
    before.add(name);
    found(name, staticImport).forEach(add);
  };
  [...inPage, ...workers].forEach(add);

  const zipped = (name) => gzipSync(text[name], { level: 9 }).length;
  const files = [...before].map((name) => ({
    name,
    bytes: text[name].length,
    gzip: zipped(name),
    tfjs: text[name].includes(tfjsMark),
  }));
  const late = scripts.filter((name) => !before.has(name)).map((name) => ({ name, gzip: zipped(name) }));
  return { files, total: files.reduce((sum, { gzip }) => sum + gzip, 0), budget, late };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { files, total, late } = readBudget(join(dirname(fileURLToPath(import.meta.url)), '../dist'));
    const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
    for (const { name, gzip } of files) console.log(`${kb(gzip)}  ${name}`);
    console.log(`${kb(total)}  gzip, JavaScript before the first figure (budget ${kb(budget).trim()})`);
    const curve = late.filter(({ name }) => name.startsWith('curve-')).reduce((sum, { gzip }) => sum + gzip, 0);
    console.log(`${kb(total + curve)}  with the curve's own script, which the budget does not count yet`);
    for (const { name, gzip } of late) console.log(`${kb(gzip)}  ${name}, later or never`);
    const tfjs = files.filter((file) => file.tfjs);
    if (tfjs.length > 0)
      console.error(`tfjs is loaded before the first figure: ${tfjs.map(({ name }) => name).join(', ')}`);
    if (total > budget) console.error('JavaScript before the first figure exceeds its budget.');
    process.exitCode = total > budget || tfjs.length > 0 ? 1 : 0;
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
