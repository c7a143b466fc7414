/** `npm run lighthouse [-- --runs N]`: hands over to lighthouse/main.ts through tsx, as run.mjs does. */
import { register } from 'tsx/esm/api';
import { findChromium } from '../scripts/find-browsers.mjs';

register();
const { main } = await import('./lighthouse/main.ts');
process.exitCode = await main(process.argv.slice(2), findChromium());
