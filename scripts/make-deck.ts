/**
 * Makes examples/beamer/ anew: ten slides for Beamer whose figures are files that the built page saves, and nothing else.
 * Where pdflatex is at hand the slides are made of it too, in a folder that is not kept.
 *
 *     npm run deck
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withBuiltPage } from './built-page';
import { openSaving, saveFigure, type Asked } from './saved/save';

const examples = fileURLToPath(new URL('../examples/', import.meta.url));
/** Bytes, of the whole deck. */
const most = 600_000;

interface Slide {
  readonly link: string;
  /** One is the whole slide, two are its halves. */
  readonly figures: readonly Asked[];
}

// The source would be this machine.
const written = ['Title', 'Parameters'] as const;
const whole = (figure: string, format: 'pdf' | 'tex'): Asked => ({ figure, format, written });
const half = (figure: string): Asked => ({ figure, size: 'half', format: 'pdf', written });

const slides: readonly Slide[] = [
  { link: '#sigma=0', figures: [whole('first', 'pdf')] },
  { link: '', figures: [whole('first', 'pdf')] },
  { link: '', figures: [whole('curve', 'tex')] },
  { link: '', figures: [half('data'), half('filters')] },
  { link: '', figures: [whole('training', 'tex')] },
  { link: '', figures: [whole('images', 'pdf')] },
  { link: '', figures: [whole('tiles', 'pdf')] },
  { link: '#sigma=0.4', figures: [whole('first', 'pdf')] },
  { link: '#sigma=0.4', figures: [half('data'), half('filters')] },
  { link: '#sigma=0.4', figures: [whole('training', 'tex')] },
];

const folder = join(examples, 'beamer');
rmSync(folder, { recursive: true, force: true });
const frames: string[] = [];
await withBuiltPage(async (browser, url) => {
  const pages = new Map<string, Awaited<ReturnType<typeof openSaving>>>();
  for (const [i, { link, figures }] of slides.entries()) {
    const page = pages.get(link) ?? (await openSaving(browser, url, `${link === '' ? '#' : `${link}&`}theme=light`));
    pages.set(link, page);
    const parts: string[] = [];
    for (const [j, asked] of figures.entries()) {
      const [saved] = await saveFigure(page, mkdtempSync(join(tmpdir(), 'deck-')), asked);
      const name = `${i + 1}${figures.length > 1 ? 'ab'[j] : ''}-${asked.figure}.${asked.format}`;
      parts.push(placed(name, readFileSync(saved!.path), figures.length));
    }
    frames.push(`\\begin{frame}[plain]\n${parts.join('%\n')}%\n\\end{frame}`);
  }
});

/** Keeps a figure beside the deck. @returns what puts it onto its slide, as wide as its share of it. */
function placed(name: string, content: Buffer, count: number): string {
  const width = count === 1 ? '\\paperwidth' : `${1 / count}\\paperwidth`;
  if (!name.endsWith('tex')) {
    writeFileSync(made(name), content);
    return `\\includegraphics[width=${width}]{figures/${name}}`;
  }
  // What stands between the marks is the figure without its document.
  const figure = /% --- figure ---\n([\s\S]*)% --- end ---/.exec(content.toString())![1]!;
  writeFileSync(made(name), figure);
  return `\\resizebox{${width}}{!}{\\input{figures/${name}}}`;
}

function made(name: string): string {
  mkdirSync(join(folder, 'figures'), { recursive: true });
  return join(folder, 'figures', name);
}

writeFileSync(
  join(folder, 'deck.tex'),
  [
    '% Ten slides whose figures are files that the page saves: npm run deck makes them anew, pdflatex deck.tex the slides.',
    '\\documentclass[aspectratio=169]{beamer}',
    '\\usepackage[utf8]{inputenc}',
    '\\usepackage{pgfplots}',
    '\\pgfplotsset{compat=1.12}',
    '\\setbeamertemplate{navigation symbols}{}',
    '\\setbeamersize{text margin left=0pt,text margin right=0pt}',
    '\\title{Rank under noise}',
    '\\begin{document}',
    ...frames,
    '\\end{document}',
    '',
  ].join('\n'),
);

const files = ['deck.tex', ...readdirSync(join(folder, 'figures')).map((name) => `figures/${name}`)];
const bytes = files.map((name) => statSync(join(folder, name)).size);
files.forEach((name, i) => console.log(`${name}: ${(bytes[i]! / 1000).toFixed(0)} kB`));
const all = bytes.reduce((sum, size) => sum + size, 0);
console.log(`${files.length} files, ${(all / 1000).toFixed(0)} kB`);
if (all > most) throw new Error(`The deck is larger than ${most / 1000} kB.`);

const build = mkdtempSync(join(tmpdir(), 'deck-'));
const tex = ['-interaction=nonstopmode', '-halt-on-error', `-output-directory=${build}`, 'deck.tex'];
const { status, stdout, error } = spawnSync('pdflatex', tex, { cwd: folder, encoding: 'utf8' });
if (error) console.log('pdflatex is not on this machine: the slides were not made of it');
else if (status !== 0) throw new Error(stdout.slice(-600));
else console.log(`slides: ${join(build, 'deck.pdf')}`);
