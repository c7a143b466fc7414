/**
 * Opens what the page saves with other programs. `figures`: through the built page's dialog, PDF with poppler, SVG with librsvg
 * (a browser renders it too), PNG with ImageMagick, MP4, WebM and GIF with ffmpeg, TeX with pdflatex; each is drawn to a PNG
 * beside it, to be looked at. `runs`: NPZ files of every network and rule of training, which `public/reproduce.py` makes again
 * with NumPy. Programs that are not at hand are named and left out.
 *
 *     npm run saved [-- PART [FOLDER]]
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFigures } from './saved/figures';
import { checkRuns } from './saved/runs';

const parts = { figures: checkFigures, runs: checkRuns } as const;
const [part, folder = mkdtempSync(join(tmpdir(), 'saved-'))] = process.argv.slice(2);
if (part !== undefined && !(part in parts)) throw new Error(`no such part: ${part}; ${Object.keys(parts).join(', ')}`);
let faults = 0;
for (const [name, check] of Object.entries(parts))
  if (part === undefined || part === name) faults += await check(join(folder, name));
if (faults > 0) throw new Error(`${faults} faults`);
