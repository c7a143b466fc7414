// @vitest-environment jsdom
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cases as collapse } from './collapse/cases';
import { drawCollapse } from './collapse/chart';
import { cases as curve } from './curve/cases';
import { drawCurve } from './curve/chart';
import { cases as lines } from './lines/cases';
import { drawLines } from './lines/chart';
import { cases as map } from './map/cases';
import { drawMap } from './map/chart';
import type { Size } from './kit/scene';
import { cases as spectrum } from './spectrum/cases';
import { drawSpectrum } from './spectrum/chart';
import { cases as sweep } from './sweep/cases';
import { drawSweep } from './sweep/chart';
import type { Cases } from './testing/case';
import { svgText } from './testing/svg-text';
import { lightTheme, type ChartTheme } from './kit/theme';

type Draw<Data> = (svg: SVGSVGElement, data: Data, size: Size, theme: ChartTheme) => void;

/** What `states` draw: the text of a file for each. */
function drawings<Data>(draw: Draw<Data>, { size: usual, states }: Cases<Data>): Map<string, () => string> {
  return new Map(
    Object.entries(states).map(([state, { data, size = usual, theme = lightTheme }]) => [
      state,
      () => {
        const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
        draw(svg, data, size, theme);
        return svgText(svg, theme.background);
      },
    ]),
  );
}

const charts = {
  spectrum: drawings(drawSpectrum, spectrum),
  curve: drawings(drawCurve, curve),
  lines: drawings(drawLines, lines),
  sweep: drawings(drawSweep, sweep),
  map: drawings(drawMap, map),
  collapse: drawings(drawCollapse, collapse),
};

describe.each(Object.entries(charts))('%s', (name, states) => {
  const folder = join(import.meta.dirname, name, 'snapshots');
  it.each([...states.keys()])('draws %s as it is kept', async (state) => {
    await expect(states.get(state)!()).toMatchFileSnapshot(join(folder, `${state}.svg`));
  });
  it('keeps no drawing of a state that is gone', async () => {
    expect((await readdir(folder)).toSorted()).toEqual([...states.keys()].map((state) => `${state}.svg`).toSorted());
  });
});
