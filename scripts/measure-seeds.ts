/**
 * Measures every preset and every run of the tour for seeds 1 to 20, or those that are named, into fixtures/seeds/, from
 * which a test judges what the page says of them. Takes some minutes: `npm run seeds -- 3 7`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { rounded, seedFile } from './seeds/kept';
import { measureSeed } from './seeds/measure';
import { sweptSeeds } from './seeds/named-runs';

mkdirSync(new URL('.', seedFile(1)), { recursive: true });
const digits = (_: string, value: unknown) => (typeof value === 'number' ? rounded(value, 8) : value);
const asked = process.argv.slice(2).map(Number);
for (const seed of asked.length > 0 ? asked : sweptSeeds) {
  const began = Date.now();
  writeFileSync(seedFile(seed), `${JSON.stringify(await measureSeed(seed), digits)}\n`);
  console.log(`seed ${seed}: ${((Date.now() - began) / 1000).toFixed(0)} s`);
}
