/** `npm run bench:images [-- --photographs N] [-- --megabytes N]`: hands over to own-images/main.ts through tsx, as run.mjs does. */
import { register } from 'tsx/esm/api';
import { findChromium } from '../scripts/find-browsers.mjs';

register();
const { main } = await import('./own-images/main.ts');
process.exitCode = await main(process.argv.slice(2), findChromium());
