/**
 * Measures what the page says, at full size and over seeds, into fixtures/evidence/, from which tests judge its sentences:
 * every preset and every run of the tour for seeds 1 to 20, or those that are named (`seeds/`); what is claimed of networks,
 * rules of training and critical noise for three seeds each (`claims.json`); and settings of which heading, verdict and
 * outcome are judged (`settings.json`). All of it takes some minutes; `npm run evidence -- claims` or `-- seeds 3 7` a part.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { claims } from './evidence/claims';
import { rounded, seedFile } from './evidence/kept';
import { claimsFile, measureClaim, outside, type KeptClaim, type KeptClaims } from './evidence/kept-claims';
import { measureSetting, settingsFile, type KeptSetting } from './evidence/kept-settings';
import { measureSeed } from './evidence/measure';
import { sweptSeeds } from './evidence/named-runs';
import type { RunEnd } from './evidence/run-end';
import { settings } from './evidence/settings';

mkdirSync(new URL('.', seedFile(1)), { recursive: true });
const digits = (_: string, value: unknown) => (typeof value === 'number' ? rounded(value, 8) : value);
const parts = {
  async seeds(asked: readonly number[]) {
    for (const seed of asked.length > 0 ? asked : sweptSeeds) {
      const began = Date.now();
      writeFileSync(seedFile(seed), `${JSON.stringify(await measureSeed(seed), digits)}\n`);
      console.log(`seed ${seed}: ${((Date.now() - began) / 1000).toFixed(0)} s`);
    }
  },
  async claims() {
    const known = new Map<string, Promise<RunEnd>>();
    const kept: KeptClaim[] = [];
    for (const claim of claims) {
      console.log(claim.name);
      for (const seed of claim.seeds) {
        const one = await measureClaim(claim, seed, known);
        kept.push(one);
        console.log(`  seed ${seed}: ${JSON.stringify(one.measured, digits)}`);
        for (const line of outside(one, claim.bounds)) console.log(`  NOT SO: ${line}`);
      }
    }
    const all: KeptClaims = {
      measured: new Date().toISOString().slice(0, 10),
      versions: { page: JSON.parse(readFileSync('package.json', 'utf8')).version, node: process.version },
      claims: kept,
    };
    writeFileSync(claimsFile, `${JSON.stringify(all, digits, 1)}\n`);
  },
  async settings() {
    const kept: KeptSetting[] = [];
    for (const { link } of settings) {
      kept.push(await measureSetting(link));
      console.log(link);
    }
    writeFileSync(settingsFile, `[\n${kept.map((one) => JSON.stringify(one, digits)).join(',\n')}\n]\n`);
  },
};

const [part, ...seeds] = process.argv.slice(2);
if (part !== undefined && !(part in parts)) throw new Error(`no such part: ${part}; ${Object.keys(parts).join(', ')}`);
for (const [name, measure] of Object.entries(parts))
  if (part === undefined || part === name) await measure(seeds.map(Number));
