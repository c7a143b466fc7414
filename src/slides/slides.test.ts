// @vitest-environment jsdom
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzlibSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { cases as attention } from '../charts/attention/cases';
import { cases as causes } from '../charts/causes/cases';
import { charts, type ChartName } from '../charts/charts';
import { cases as claim } from '../charts/claim/cases';
import { cases as collapse } from '../charts/collapse/cases';
import { cases as curve } from '../charts/curve/cases';
import { cases as depth } from '../charts/depth/cases';
import type { Chart } from '../charts/kit/chart';
import { lightTheme, themeAt } from '../charts/kit/theme';
import { cases as layers } from '../charts/layers/cases';
import { cases as lines } from '../charts/lines/cases';
import { cases as map } from '../charts/map/cases';
import { cases as spectrum } from '../charts/spectrum/cases';
import { cases as sweep } from '../charts/sweep/cases';
import type { ClaimData } from '../charts/claim/data';
import type { CurveData } from '../charts/curve/data';
import type { SpectrumData } from '../charts/spectrum/data';
import type { Case, Cases } from '../charts/testing/case';
import { tableWords } from '../charts/testing/table-words';
import { parsePath } from './path';
import { encodePng, pngBytes } from './png';
import { shapesOf } from './shapes';
import type { Sheet } from './sheet';
import { slideSizeNames, slideSizes, type SlideSizeName } from './sizes';
import { runsOf, writePdf } from './write-pdf';
import { writeSvg } from './write-svg';
import { texText } from './tex-text';
import { writeTikz } from './write-tikz';

const cases = {
  claim,
  spectrum,
  curve,
  lines,
  sweep,
  map,
  collapse,
  layers,
  depth,
  attention,
  causes,
} as unknown as Readonly<Record<ChartName, Cases<never>>>;
const names = Object.keys(charts) as ChartName[];
const first = (name: ChartName) =>
  Object.entries(cases[name].states).find(([state]) => !/empty|nothing/.test(state))![1];

/** A chart alone on a sheet. */
function sheetOf(name: ChartName, sizeName: SlideSizeName, given: Partial<Sheet> = {}): Sheet {
  const size = slideSizes[sizeName];
  const theme = themeAt(lightTheme, size.magnification);
  const chart = charts[name] as unknown as Chart<never>;
  const { data } = first(name);
  const scene = chart.scene(data, { width: size.width - 24, height: size.height - 24 }, theme);
  return {
    size,
    theme,
    transparent: false,
    title: scene.name,
    description: scene.description,
    scenes: [{ x: 12, y: 12, scene, table: chart.table(data, tableWords) }],
    pictures: [],
    texts: [{ x: 12, y: size.height - 4, text: 'σ = 0.2, 2K = 6', size: size.least, colour: theme.muted }],
    ...given,
  };
}
/** Coordinates of every plot in a TeX file. */
const plotsIn = (tex: string): number[][][] =>
  [...tex.matchAll(/^\\addplot.*coordinates \{(.*)\}/gm)].map(([, all]) =>
    [...all!.matchAll(/\(([^)]*)\)/g)].map(([, pair]) => pair!.split(',').map(Number)),
  );
const noWord = () => {
  throw new Error('a word has letters that the font lacks');
};
const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

describe('type', () => {
  it.each(slideSizeNames)('is large enough on %s, in every chart and state', (sizeName) => {
    const size = slideSizes[sizeName];
    const theme = themeAt(lightTheme, size.magnification);
    for (const name of names)
      for (const [state, { data }] of Object.entries(cases[name].states)) {
        const chart = charts[name] as unknown as Chart<never>;
        for (const box of [size, { width: size.width * 0.5, height: size.height * 0.42 }]) {
          const small = shapesOf(chart.scene(data, box, theme)).filter(
            (shape) => shape.kind === 'text' && shape.size < size.least,
          );
          expect(small, `${name} ${state}`).toEqual([]);
        }
      }
  });
});

describe('what is drawn', () => {
  it('has outlines at absolute places, arcs as curves, and no control', () => {
    expect(parsePath('M1,2h3v4l-1-1Z', 10, 20)).toEqual([
      ['M', 11, 22],
      ['L', 14, 22],
      ['L', 14, 26],
      ['L', 13, 25],
      ['Z'],
    ]);
    const half = parsePath('M-1,0A1,1 0 011,0', 0, 0);
    expect(half).toHaveLength(3);
    expect(half[1]!.slice(-2).map((value) => Math.round(1e6 * (value as number)) / 1e6)).toEqual([-0, -1]);
    const { scene } = sheetOf('claim', 'slide').scenes[0]!;
    const without = { ...scene, layers: scene.layers.filter(({ name }) => name !== 'track' && name !== 'hatch') };
    expect(shapesOf(scene)).toEqual(shapesOf(without));
  });

  it.each(names)('%s is an SVG file whose halos are texts of their own', (name) => {
    const sheet = sheetOf(name, 'slide');
    const svg = writeSvg(sheet);
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
    expect(svg).not.toMatch(/paint-order|NaN|undefined|class=|style=|url\(/);
    const words = [...parsed.querySelectorAll('text:not([stroke])')].map(({ textContent }) => textContent);
    const meant = sheet.scenes.flatMap(({ scene }) =>
      shapesOf(scene).flatMap((each) => (each.kind === 'text' ? [each.text] : [])),
    );
    expect(words).toEqual([...meant, sheet.texts[0]!.text]);
  });
});

describe('a PDF file', () => {
  it.each(names)('of %s has its words in embedded fonts', (name) => {
    const bytes = new Uint8Array(writePdf(sheetOf(name, 'slide'), noWord));
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toMatch(/^%PDF-1\.\d/);
    expect(text).toMatch(/\/FontFile2/);
    expect(text).toMatch(/\/MediaBox \[0 0 960\.? 540\.?\]/);
    if (!has('pdftotext')) return;
    const path = join(mkdtempSync(join(tmpdir(), 'pdf-')), 'figure.pdf');
    writeFileSync(path, bytes);
    const said = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    expect(said.stderr).toBe('');
    expect(said.stdout).toContain('σ = 0.2, 2K = 6');
    const fonts = spawnSync('pdffonts', [path], { encoding: 'utf8' }).stdout;
    expect(
      fonts
        .trim()
        .split('\n')
        .slice(2)
        .filter((line) => /RankSans/.test(line))
        .every((line) => /yes\s+(?:yes|no)\s+yes/.test(line)),
    ).toBe(true);
  });
});

describe('raised and lowered figures in a PDF file', () => {
  it('are written small, as the fonts lack them', () => {
    expect(runsOf('u₁ = 10⁻³').map(({ text, down }) => [text, Math.sign(down)])).toEqual([
      ['u', 0],
      ['1', 1],
      [' = 10', 0],
      ['−3', -1],
    ]);
  });
});

describe('a TikZ file', () => {
  it('has the chart, its numbers and letters that plain pdflatex knows', () => {
    const tex = writeTikz(sheetOf('claim', 'column'));
    expect(tex).toMatch(/\\begin\{tikzpicture\}[\s\S]*\\end\{tikzpicture\}/);
    expect([...tex.matchAll(/^% .*\t.*$/gm)].length).toBeGreaterThan(3);
    // oxlint-disable-next-line no-control-regex -- comments apart, T1 and these are all that there is
    expect(tex.replaceAll(/^%.*$/gm, '')).toMatch(/^[\u0000-\u00ff]*$/);
    expect(texText('σ* ≈ 10⁻² & 50% “a” − u₁')).toBe(
      "$\\sigma$* $\\approx$ 10$^{-}$$^{2}$ \\& 50\\% ``a'' $-$ u$_{1}$",
    );
  });

  it('has charts of one plot as axes with their values', () => {
    const { data } = first('claim') as unknown as Case<ClaimData>;
    const tex = writeTikz(sheetOf('claim', 'slide'));
    expect(tex).toContain(`xmin=0,\n  xmax=${data.curve.xMax}`);
    const plots = plotsIn(tex);
    const near = (point: readonly number[], x: number, y: number) =>
      Math.abs(point[0]! - x) < 1e-3 && Math.abs(point[1]! - y) < 0.02;
    for (const { x, data: rank, filters } of data.curve.points)
      for (const y of [rank, filters]) expect(plots.flat().some((point) => near(point, x, y!))).toBe(true);

    const spectrum = first('spectrum') as unknown as Case<SpectrumData>;
    const [signal, tail] = plotsIn(writeTikz(sheetOf('spectrum', 'slide'))).filter(
      (points) => points[0]![0]! % 1 === 0,
    );
    const bars = [...signal!, ...tail!];
    expect(bars.map(([place]) => place)).toEqual(bars.map((_, i) => i + 1));
    const { values } = spectrum.data;
    bars.forEach(([, height], i) => expect(height).toBeCloseTo((values[i]! / values[0]!) ** 2, 2));

    const curve = first('curve') as unknown as Case<CurveData>;
    const [line] = plotsIn(writeTikz(sheetOf('curve', 'slide')));
    const { step, value } = curve.data.history.at(-1)!;
    expect(line!.at(-1)![0]! / step).toBeCloseTo(1, 3);
    expect(line!.at(-1)![1]! / value).toBeCloseTo(1, 2);
    for (const name of names) expect(writeTikz(sheetOf(name, 'slide'))).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('says what it cannot hold', () => {
    expect(() => texText('秩')).toThrow(expect.objectContaining({ problem: { kind: 'not-in-latex', letter: '秩' } }));
    const picture = { x: 0, y: 0, width: 1, height: 1, canvas: document.createElement('canvas') };
    expect(() => writeTikz(sheetOf('claim', 'slide', { pictures: [picture] }))).toThrow(
      expect.objectContaining({ problem: { kind: 'pixels-in-latex' } }),
    );
  });

  it.runIf(has('pdflatex'))('compiles with plain pdflatex', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tikz-'));
    const { scenes, ...sheet } = sheetOf('claim', 'column');
    const more = (['curve', 'spectrum', 'map'] as const).flatMap((name) => sheetOf(name, 'column').scenes);
    writeFileSync(join(folder, 'figure.tex'), writeTikz({ ...sheet, scenes: [...scenes, ...more] }));
    const made = spawnSync('pdflatex', ['-interaction=nonstopmode', '-halt-on-error', 'figure.tex'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(made.status, made.stdout.slice(-800)).toBe(0);
  });
});

it('a PNG file holds the pixels that it was given', () => {
  const data = Uint8ClampedArray.from({ length: 4 * 6 }, (_, i) => (i * 37) % 256);
  const bytes = encodePng({ width: 3, height: 2, data } as ImageData, 72);
  const view = new DataView(bytes.buffer);
  let at = 8;
  const chunks: Record<string, Uint8Array> = {};
  while (at < bytes.length) {
    const length = view.getUint32(at);
    chunks[String.fromCharCode(...bytes.subarray(at + 4, at + 8))] = bytes.subarray(at + 8, at + 8 + length);
    at += length + 12;
  }
  expect(Object.keys(chunks)).toEqual(['IHDR', 'pHYs', 'IDAT', 'IEND']);
  const lines = unzlibSync(chunks['IDAT']!);
  const read = [...lines.subarray(1, 13), ...lines.subarray(14).map((value, i) => value + lines[i + 1]!)];
  expect(read).toEqual([...data]);
});

it('a browser that hands out other pixels than were painted saves no picture of them', () => {
  const canvas = (pixel: readonly number[]) => ({
    getContext: () => ({
      fillRect() {},
      getImageData: () => ({ width: 1, height: 1, data: Uint8ClampedArray.from(pixel) }),
    }),
  });
  const given = canvas([1, 2, 3, 255]) as unknown as HTMLCanvasElement;
  for (const [read, kind] of [
    [[0x3c, 0x78, 0xb4, 255], null],
    [[255, 255, 255, 255], 'pixels-hidden'],
  ] as const) {
    vi.stubGlobal('document', { createElement: () => canvas(read) });
    if (kind === null) expect(pngBytes(given).length).toBeGreaterThan(50);
    else expect(() => pngBytes(given)).toThrow(kind);
  }
  vi.unstubAllGlobals();
});
