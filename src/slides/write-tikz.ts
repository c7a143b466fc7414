import type { ChartTable } from '../charts/kit/table';
import { ProblemError } from '../problems/problem';
import { rgb, shapesOf, type OutlineShape, type TextShape } from './shapes';
import type { Sheet } from './sheet';

const round = (value: number) => String(Math.round(value * 100) / 100);

/** What plain pdflatex lacks letters for, as mathematics. */
const inMaths: Readonly<Record<string, string>> = {
  α: '\\alpha',
  β: '\\beta',
  γ: '\\gamma',
  δ: '\\delta',
  ε: '\\varepsilon',
  η: '\\eta',
  θ: '\\theta',
  κ: '\\kappa',
  λ: '\\lambda',
  μ: '\\mu',
  π: '\\pi',
  ρ: '\\rho',
  σ: '\\sigma',
  τ: '\\tau',
  φ: '\\varphi',
  Π: '\\Pi',
  Σ: '\\Sigma',
  Φ: '\\Phi',
  '×': '\\times',
  '−': '-',
  '·': '\\cdot',
  '±': '\\pm',
  '≤': '\\le',
  '≥': '\\ge',
  '≈': '\\approx',
  '≠': '\\ne',
  '∞': '\\infty',
  '√': '\\surd',
  '→': '\\to',
  '←': '\\leftarrow',
  '↑': '\\uparrow',
  '↓': '\\downarrow',
  '′': "'",
  '∈': '\\in',
  '°': '^\\circ',
  '‖': '\\|',
  '⟨': '\\langle',
  '⟩': '\\rangle',
  '∑': '\\sum',
  '∂': '\\partial',
  '½': '\\frac12',
  '¼': '\\frac14',
  '¾': '\\frac34',
};
const inWords: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '“': '``',
  '”': "''",
  '‘': '`',
  '’': "'",
  '–': '--',
  '—': '---',
  '…': '\\ldots{}',
  '\u00a0': '~',
  '\u2009': '\\,',
  '\u202f': '\\,',
  '\u2011': '-',
  '<': '$<$',
  '>': '$>$',
  '|': '$|$',
};
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹',
  lowered = '₀₁₂₃₄₅₆₇₈₉';

/** @throws ProblemError for letters that plain pdflatex has not. */
export function texText(text: string): string {
  return [...text]
    .map((letter) => {
      const up = raised.indexOf(letter),
        down = lowered.indexOf(letter);
      if (up >= 0) return `$^{${up}}$`;
      if (down >= 0) return `$_{${down}}$`;
      if (letter === '⁻') return '$^{-}$';
      if (letter === '⁺') return '$^{+}$';
      if (letter in inMaths) return `$${inMaths[letter]}$`;
      if (letter in inWords) return inWords[letter]!;
      if (/[\u0020-\u007e\u00c0-\u00ff]/.test(letter)) return letter;
      throw new ProblemError({ kind: 'not-in-latex', letter });
    })
    .join('');
}

/**
 * A TikZ picture in its own document, which plain pdflatex turns into a page as large as the sheet and \input{} of the part
 * between its marks into a figure; the numbers of every chart stand before it.
 * @throws ProblemError where there are pictures of pixels, which no TeX holds, or letters that pdflatex has not.
 */
export function writeTikz(sheet: Sheet): string {
  if (sheet.pictures.length > 0) throw new ProblemError({ kind: 'pixels-in-latex' });
  const { width, height } = sheet.size;
  const colours = new Map<string, string>();
  const colour = (value: string) => {
    const known =
      colours.get(value) ??
      `rank${String.fromCharCode(65 + Math.floor(colours.size / 26))}${String.fromCharCode(65 + (colours.size % 26))}`;
    colours.set(value, known);
    return known;
  };
  // TeX's own points are 72.27 to an inch, and y goes up.
  const at = (x: number, y: number) => `(${round(x)},${round(height - y)})`;
  const drawn = [
    ...(sheet.transparent ? [] : [`\\fill[${colour(sheet.theme.background)}] (0,0) rectangle (${width},${height});`]),
    ...sheet.scenes.flatMap(({ x, y, scene }) =>
      shapesOf(scene).flatMap((shape) =>
        shape.kind === 'text'
          ? tikzText({ ...shape, x: shape.x + x, y: shape.y + y }, at, colour)
          : [tikzOutline(shape, (u, v) => at(u + x, v + y), colour)],
      ),
    ),
    ...sheet.texts.flatMap(({ x, y, text, size, bold = false, colour: fill, anchor = 'start' }) =>
      tikzText({ kind: 'text', x, y, text, size, bold, anchor, fill, halo: null }, at, colour),
    ),
  ];
  return [
    `% ${oneLine(sheet.title)}`,
    // Type of any size, in the fonts that every TeX has.
    '\\RequirePackage{fix-cm}',
    '\\documentclass[border=0pt]{standalone}',
    '\\usepackage[utf8]{inputenc}',
    '\\usepackage{tikz}',
    '\\renewcommand{\\familydefault}{\\sfdefault}',
    '\\begin{document}',
    '% --- figure ---',
    ...sheet.scenes.flatMap(({ scene, table }) => numbers(scene.name, table)),
    ...[...colours].map(([value, name]) => `\\definecolor{${name}}{RGB}{${rgb(value).map(Math.round).join(',')}}`),
    '\\begin{tikzpicture}[x=1bp,y=1bp,every node/.style={inner sep=0pt,outer sep=0pt}]',
    `\\useasboundingbox (0,0) rectangle (${width},${height});`,
    ...drawn,
    '\\end{tikzpicture}%',
    '% --- end ---',
    '\\end{document}',
    '',
  ].join('\n');
}

function tikzText(
  { x, y, text, size, bold, anchor, fill, halo }: TextShape,
  at: (x: number, y: number) => string,
  colour: (value: string) => string,
): string[] {
  const anchors = { start: 'base west', middle: 'base', end: 'base east' };
  const font = `\\fontsize{${round(size)}bp}{${round(1.2 * size)}bp}\\selectfont${bold ? '\\bfseries' : ''}`;
  const words = texText(text);
  const node = (options: string) =>
    `\\node[anchor=${anchors[anchor]},font=${font},${options}] at ${at(x, y)} {${words}};`;
  // Behind the words, where a line would cut them.
  const ground = halo ? `text=${colour(fill)},fill=${colour(halo.colour)}` : `text=${colour(fill)}`;
  return [node(ground)];
}

function tikzOutline(
  { commands, fill, stroke, width, dash, dashOffset, cap, join }: OutlineShape,
  at: (x: number, y: number) => string,
  colour: (value: string) => string,
): string {
  const options = [
    ...(fill ? [`fill=${colour(fill)}`] : []),
    ...(stroke
      ? [
          `draw=${colour(stroke)}`,
          `line width=${round(width)}bp`,
          `line cap=${cap === 'square' ? 'rect' : cap}`,
          `line join=${join}`,
        ]
      : []),
    ...(stroke && dash.length > 0
      ? [
          `dash pattern=${(dash.length % 2 === 1 ? [...dash, ...dash] : dash).map((length, i) => `${i % 2 === 0 ? 'on' : 'off'} ${round(length)}bp`).join(' ')}`,
          `dash phase=${round(dashOffset)}bp`,
        ]
      : []),
  ];
  const path = commands
    .map((command, i) => {
      if (command[0] === 'M') return `${i === 0 ? '' : ' '}${at(command[1], command[2])}`;
      if (command[0] === 'L') return `--${at(command[1], command[2])}`;
      if (command[0] !== 'C') return '--cycle';
      const [, x1, y1, x2, y2, x, y] = command;
      return `..controls${at(x1, y1)}and${at(x2, y2)}..${at(x, y)}`;
    })
    .join('');
  return `\\path[${options.join(',')}] ${path};`;
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

/** The chart's numbers, tab-separated, as comments: what is drawn, to be read or plotted anew. */
function numbers(name: string, { head, rows }: ChartTable): string[] {
  return [`% ${oneLine(name)}`, ...[head, ...rows].map((cells) => `% ${cells.map(oneLine).join('\t')}`)];
}
