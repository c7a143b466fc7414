import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { slideSizeNames, slideSizes } from '../../src/slides/sizes';
import { withBuiltPage } from '../built-page';
import { openSaving, saveFigure, type Asked } from './save';

const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const missing = new Set<string>();
let faults = 0;

/** What a program says; null where there is none. */
function said(program: string, ...args: readonly string[]): string | null {
  if (!has(program)) {
    missing.add(program);
    return null;
  }
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`${program}: ${stderr.slice(-400) || stdout.slice(-400)}`);
  return stdout;
}

function check(name: string, found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) === JSON.stringify(wanted)) return;
  faults += 1;
  console.log(`  FAULT ${name}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}

const picture = (path: string, what = '') => `${path}${what}.seen.png`;

const openers: Readonly<Record<string, (path: string, asked: Asked) => void>> = {
  pdf(path, asked) {
    const words = said('pdftotext', '-layout', path, '-');
    if (words === null) return;
    check('words in the PDF', /σ = 0\.2/.test(words) && /arXiv 2504\.08628/.test(words), true);
    const fonts = said('pdffonts', path)!.trim().split('\n').slice(2);
    check('its fonts are in it', fonts.length > 0 && fonts.every((font) => /\byes\b/.test(font)), true);
    const { width, height } = sheetSize(asked);
    check('its page', /Page size:\s+([\d.]+) x ([\d.]+)/.exec(said('pdfinfo', path)!)?.slice(1).map(Number), [
      width,
      height,
    ]);
    said('pdftocairo', '-png', '-singlefile', '-r', '96', path, picture(path).slice(0, -4));
  },
  svg(path) {
    if (said('rsvg-convert', '--width', '1280', path, '--output', picture(path)) === null) return;
    check('colours that librsvg draws', Number(said('identify', '-format', '%k', picture(path)) ?? 99) > 16, true);
  },
  png(path, { format }) {
    const facts = said('identify', '-format', '%w %h %k', path)?.split(' ').map(Number);
    if (!facts) return;
    if (format.startsWith('png')) check('its longer side', Math.max(facts[0]!, facts[1]!), Number(format.slice(4)));
    check('its colours', facts[2]! > 16, true);
  },
  tex(path) {
    const text = readFileSync(path, 'utf8');
    check('axes with data', /\\begin\{axis\}[\s\S]*\\addplot.*coordinates/.test(text), true);
    if (!has('pdflatex')) return void missing.add('pdflatex');
    const made = spawnSync('pdflatex', ['-interaction=nonstopmode', '-halt-on-error', basename(path)], {
      cwd: dirname(path),
      encoding: 'utf8',
    });
    check('pdflatex', made.status === 0 ? 'fine' : made.stdout.slice(-300), 'fine');
    const pdf = path.replace(/tex$/, 'pdf');
    check('pages that it makes', /Pages:\s+1\b/.test(said('pdfinfo', pdf) ?? 'Pages: 1'), true);
    said('pdftocairo', '-png', '-singlefile', '-r', '96', pdf, picture(path).slice(0, -4));
  },
  ...Object.fromEntries((['mp4', 'webm', 'gif'] as const).map((format) => [format, openFilm])),
};

function openFilm(path: string, { format, seconds }: Asked): void {
  const report = said(
    'ffprobe',
    '-v',
    'error',
    '-count_frames',
    '-of',
    'json',
    '-show_entries',
    'stream=codec_name,width,height,nb_read_frames:format=duration',
    path,
  );
  if (report === null) return;
  const {
    streams: [stream],
    format: { duration },
  } = JSON.parse(report) as {
    streams: { codec_name: string; width: number; height: number; nb_read_frames: string }[];
    format: { duration: string };
  };
  console.log(`  ${stream!.codec_name}, ${stream!.nb_read_frames} pictures, ${duration} s`);
  check('its length', Math.abs(Number(duration) - seconds!) < 0.1, true);
  check('its size', [stream!.width, stream!.height], format === 'gif' ? [960, 540] : [1920, 1080]);
  check('its pictures', Number(stream!.nb_read_frames) >= (format === 'gif' ? 20 : 24 * seconds! - 1), true);
  for (const at of [0, seconds! / 2, seconds! - 0.2])
    said('ffmpeg', '-v', 'error', '-y', '-ss', String(at), '-i', path, '-frames:v', '1', picture(path, `-${at}`));
}

function sheetSize({ size = 'slide', figure = 'first' }: Asked): { width: number; height: number } {
  const known = slideSizeNames.find((name) => name === size)!;
  const { width, height, whole }: { width: number; height: number; whole?: number } = slideSizes[known];
  return { width, height: figure === 'first' && whole ? whole : height };
}

const stills: readonly Asked[] = [
  ...slideSizeNames.map((size): Asked => ({ size, format: 'pdf' })),
  { format: 'svg' },
  { format: 'svg', look: 'dark', figure: 'curve' },
  { format: 'svg', look: 'transparent', size: 'column', figure: 'curve' },
  { format: 'png-1920', look: 'dark' },
  { format: 'png-3840', look: 'transparent', figure: 'curve' },
  ...(['curve', 'data', 'filters', 'training'] as const).map((figure): Asked => ({
    format: 'tex',
    size: 'column',
    figure,
  })),
  { format: 'tex', figure: 'curve' },
];
const films: readonly Asked[] = [
  { format: 'mp4', moves: 'training', seconds: 10, poster: true },
  { format: 'webm', moves: 'noise', seconds: 10 },
  { format: 'gif', moves: 'noise', seconds: 5 },
  { format: 'gif', moves: 'training', seconds: 5, figure: 'filters' },
];

/** Saves figures through the built page's dialog and opens each with another program. @returns how many faults were found. */
export async function checkFigures(folder: string): Promise<number> {
  await withBuiltPage(async (browser, url) => {
    const page = await openSaving(browser, url, '#theme=light');
    for (const [i, asked] of [...stills, ...films].entries()) {
      const files = await saveFigure(page, join(folder, String(i)), asked);
      for (const { path, took } of files) {
        const { figure = 'first', size = 'slide', look = 'light', moves = '' } = asked;
        const kilobytes = Math.round(statSync(path).size / 1000);
        console.log(`${basename(path)}: ${figure} ${size} ${look} ${moves}, ${kilobytes} kB, ${took.toFixed(1)} s`);
        openers[path.split('.').at(-1)!]!(path, asked);
      }
    }
  });
  for (const program of missing) console.log(`left out what ${program} would have opened: it is not on this machine`);
  console.log(`pictures of all files: ${folder}`);
  return faults;
}
