/** `npm run soak [-- --minutes N] [--seed N] [--browser chromium|firefox] [--dist FOLDER]`: hands over to soak/main.ts through tsx, as run.mjs does. */
import { register } from 'tsx/esm/api';
import { findChromium } from '../scripts/find-browsers.mjs';

register();
const { main } = await import('./soak/main.ts');
process.exitCode = await main(process.argv.slice(2), findChromium());
