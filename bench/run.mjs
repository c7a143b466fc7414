/** `npm run bench [-- --quick] [-- --only part]`: hands over to main.ts through tsx, which Node 20 needs to read TypeScript. */
import { register } from 'tsx/esm/api';
import { findChromium } from '../scripts/find-browsers.mjs';
import { readBudget } from '../scripts/size-budget.mjs';

register();
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2), { findChromium, readBudget });
