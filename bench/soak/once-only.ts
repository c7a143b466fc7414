import { readdir, readFile } from 'node:fs/promises';

/**
 * Scripts of a built page that others import, or that hold several parts: one of them that does not come is missing in Firefox
 * until the page is loaded again, as the page says with a button (src/loading/part.ts). @returns their names, as the host is asked.
 */
export async function onceOnly(folder: string): Promise<ReadonlySet<string>> {
  const scripts = (await readdir(`${folder}/assets`)).filter((name) => name.endsWith('.js'));
  const texts = await Promise.all(scripts.map((name) => readFile(`${folder}/assets/${name}`, 'utf8')));
  const shared = /(?:\b(?:from|import)"\.\/|\bimport\(`\.\/(?=[^`]+`\)\.then))([^"`]+\.js)/g;
  return new Set(texts.flatMap((text) => [...text.matchAll(shared)].map(([, name]) => `assets/${name}`)));
}
