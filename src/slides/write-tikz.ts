import type { ChartTable } from '../charts/kit/table';
import { ProblemError } from '../problems/problem';
import { pgfAxis } from './pgf-axis';
import { rgb, shapesOf } from './shapes';
import type { PlacedScene, Sheet } from './sheet';
import { round, tikzOutline, tikzText, type Pen } from './tikz';

/**
 * A TikZ picture in its own document, which plain pdflatex turns into a page as large as the sheet and \input{} of the part
 * between its marks into a figure. Charts with one plot are axes of PGFPlots with their values in them; of the others, and of
 * what is beyond the edge, the numbers stand before it.
 * @throws ProblemError where there are pictures of pixels, which no TeX holds, or letters that pdflatex has not.
 */
export function writeTikz(sheet: Sheet): string {
  if (sheet.pictures.length > 0) throw new ProblemError({ kind: 'pixels-in-latex' });
  const { width, height } = sheet.size;
  const colours = new Map<string, string>(),
    marks = new Map<string, string>();
  const pen: Pen = {
    // y goes up.
    at: (x, y) => `(${round(x)},${round(height - y)})`,
    colour: nameIn(colours, 'rank'),
    mark: nameIn(marks, 'rankmark'),
  };
  const drawn = [
    ...(sheet.transparent
      ? []
      : [`\\fill[${pen.colour(sheet.theme.background)}] (0,0) rectangle (${width},${height});`]),
    ...sheet.scenes.flatMap((placed) =>
      placed.scene.axes ? pgfAxis(placed, placed.scene.axes, height, pen) : tikzScene(placed, pen),
    ),
    ...sheet.texts.map(({ x, y, text, size, bold = false, colour: fill, anchor = 'start' }) =>
      tikzText({ kind: 'text', x, y, text, size, bold, anchor, fill, halo: null }, pen),
    ),
  ];
  return [
    `% ${oneLine(sheet.title)}`,
    // Type of any size, in the fonts that every TeX has.
    '\\RequirePackage{fix-cm}',
    '\\documentclass{article}',
    '\\usepackage[utf8]{inputenc}',
    // The page is the picture.
    `\\usepackage[paperwidth=${width}bp,paperheight=${height}bp,margin=0bp]{geometry}`,
    '\\usepackage{pgfplots}',
    '\\pgfplotsset{compat=1.12}',
    '\\renewcommand{\\familydefault}{\\sfdefault}',
    '\\pagestyle{empty}',
    '\\topskip=0pt \\parindent=0pt',
    '\\begin{document}',
    '% --- figure ---',
    ...sheet.scenes.flatMap(({ scene, table }) => numbers(scene.name, table)),
    // No space between the definitions, as the figure may stand in a line.
    ...[...colours].map(([value, name]) => `\\definecolor{${name}}{RGB}{${rgb(value).map(Math.round).join(',')}}%`),
    ...[...marks].map(([outline, name]) => `\\pgfdeclareplotmark{${name}}{${outline}}%`),
    '\\begin{tikzpicture}[x=1bp,y=1bp,every node/.style={inner sep=0pt,outer sep=0pt}]',
    ...drawn,
    // Axes make the picture larger than the sheet.
    `\\pgfresetboundingbox\\useasboundingbox (0,0) rectangle (${width},${height});`,
    '\\end{tikzpicture}%',
    '% --- end ---',
    '\\end{document}',
    '',
  ].join('\n');
}

/** Gives what it is asked for a name of letters, the same for the same. */
const nameIn = (names: Map<string, string>, stem: string) => (value: string) => {
  const letter = (index: number) => String.fromCharCode(65 + index);
  const name = names.get(value) ?? `${stem}${letter(Math.floor(names.size / 26))}${letter(names.size % 26)}`;
  names.set(value, name);
  return name;
};

/** Several plots, or none: as it is drawn. */
const tikzScene = ({ x, y, scene }: PlacedScene, pencil: Pen): string[] => {
  const pen: Pen = { ...pencil, at: (u, v) => pencil.at(u + x, v + y) };
  return shapesOf(scene).map((shape) => (shape.kind === 'text' ? tikzText(shape, pen) : tikzOutline(shape, pen)));
};

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

/** The chart's numbers, tab-separated, as comments: what is drawn, to be read or plotted anew. */
function numbers(name: string, { head, rows }: ChartTable): string[] {
  return [`% ${oneLine(name)}`, ...[head, ...rows].map((cells) => `% ${cells.map(oneLine).join('\t')}`)];
}
