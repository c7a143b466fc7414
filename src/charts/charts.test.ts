// @vitest-environment jsdom
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cases as attention } from './attention/cases';
import { charts, type ChartName, type DataOf } from './charts';
import { cases as causes } from './causes/cases';
import { cases as claim } from './claim/cases';
import { cases as collapse } from './collapse/cases';
import { cases as curve } from './curve/cases';
import { cases as depth } from './depth/cases';
import type { Chart } from './kit/chart';
import { renderScene } from './kit/render-scene';
import { lightTheme } from './kit/theme';
import { cases as layers } from './layers/cases';
import { cases as lines } from './lines/cases';
import { cases as map } from './map/cases';
import { cases as spectrum } from './spectrum/cases';
import { cases as sweep } from './sweep/cases';
import type { Case, Cases } from './testing/case';
import { drawn, NO_NUMBER } from './testing/scenes';
import { svgText } from './testing/svg-text';
import { tableWords } from './testing/table-words';

const cases: { readonly [Name in ChartName]: Cases<DataOf<Name>> } = {
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
};

/** A chart with the states that it is drawn in, whatever its data are. */
interface Entry {
  readonly name: string;
  readonly chart: Chart<never>;
  readonly cases: Cases<never>;
}
const entries = Object.keys(charts).map((name): Entry => {
  const known = name as ChartName;
  return { name, chart: charts[known], cases: cases[known] as Cases<never> };
});
const folder = (name: string) => join(import.meta.dirname, name);

const svgElement = () => document.createElementNS('http://www.w3.org/2000/svg', 'svg');
const sceneOf = ({ chart, cases: { size: usual } }: Entry, { data, size = usual, theme = lightTheme }: Case<never>) =>
  chart.scene(data, size, theme);

it('the list has every chart that has a folder', async () => {
  const folders = (await readdir(import.meta.dirname, { withFileTypes: true })).filter((each) => each.isDirectory());
  const names = folders.map(({ name }) => name).filter((name) => name !== 'kit' && name !== 'testing');
  expect(names.toSorted()).toEqual(Object.keys(charts).toSorted());
});

it('a chart without a piece does not compile', () => {
  const { scene } = charts.spectrum;
  // @ts-expect-error it has no table
  expect({ scene } satisfies Chart<never>).toBeDefined();
  // @ts-expect-error there is nothing that draws the others
  expect({ spectrum } satisfies typeof cases).toBeDefined();
});

describe.each(entries)('$name', (entry) => {
  const { name, chart } = entry;
  const { size: usual, states } = entry.cases;
  const all = Object.entries(states);

  it.each(all)('draws %s as it is kept', async (state, each) => {
    const svg = svgElement();
    renderScene(svg, sceneOf(entry, each));
    const text = svgText(svg, (each.theme ?? lightTheme).background);
    await expect(text).toMatchFileSnapshot(join(folder(name), 'snapshots', `${state}.svg`));
  });
  it('keeps no drawing of a state that is gone', async () => {
    const kept = await readdir(join(folder(name), 'snapshots'));
    expect(kept.toSorted()).toEqual(all.map(([state]) => `${state}.svg`).toSorted());
  });
  it('becomes any other state in the same element', () => {
    const svg = svgElement();
    for (const [, each] of [...all, ...all.slice(0, 1)]) {
      const fresh = svgElement();
      for (const element of [svg, fresh]) renderScene(element, sceneOf(entry, each));
      expect(svg.isEqualNode(fresh)).toBe(true);
    }
  });
  it.each(all)('is plain values without a number that is none: %s', (_, each) => {
    const scene = sceneOf(entry, each);
    expect(structuredClone(scene)).toEqual(scene);
    expect(drawn(scene)).not.toMatch(NO_NUMBER);
  });
  it.each(all)('has one layer of each name, one mark of each key: %s', (_, each) => {
    const { layers } = sceneOf(entry, each);
    const names = layers.map((layer) => layer.name);
    expect(names).toEqual([...new Set(names)]);
    for (const { marks } of layers) expect(new Set(marks.map(({ key }) => key)).size).toBe(marks.length);
  });
  it.each(all)('has a table whose rows are as long as its head: %s', (_, { data }) => {
    const { head, rows } = chart.table(data, tableWords);
    expect(rows.filter((row) => row.length !== head.length)).toEqual([]);
    expect(JSON.stringify(rows)).not.toMatch(NO_NUMBER);
  });
  it.each(all)(
    'finds something or nothing wherever a pointer is: %s',
    (_, { data, size = usual, theme = lightTheme }) => {
      for (let x = -20; x <= size.width + 20; x += 61) {
        for (let y = -20; y <= size.height + 20; y += 43) {
          expect(JSON.stringify(chart.hit?.({ x, y }, data, size, theme) ?? null)).not.toMatch(/NaN|undefined/);
        }
      }
    },
  );
});
