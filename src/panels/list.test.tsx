import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import embedding from '../../docs/EMBEDDING.md?raw';
import { panelTable, withPanelDocs } from '../../scripts/panel-docs';
import { panelNames, type PanelName } from '../experiment/parameters';
import type { AppState } from '../store/state';
import { withEmbeddings } from '../store/testing-runs';
import { languages, type Language } from '../strings/languages';
import { endOf, seen, show, swept, withRecords } from '../ui/testing/render';
import { hasFigure, panelOf } from './list';
import { Placed } from './placed';

/** What each panel must have at the end of a run, by role. */
const expected: Readonly<Record<PanelName, readonly string[]>> = {
  figures: ['region'],
  curve: ['img', 'slider', 'button'],
  data: ['img'],
  filters: ['img'],
  training: ['img', 'slider', 'button'],
  sweep: ['img', 'button'],
  map: ['img', 'button', 'combobox'],
  tiles: ['img', 'button'],
  alignment: ['img', 'button'],
  images: ['img', 'button'],
  runs: ['table', 'button'],
  theory: ['table'],
  layers: ['img', 'button'],
  depth: ['img'],
  attention: ['img', 'button'],
  causes: ['img', 'button'],
  labels: ['img', 'button'],
  stairs: ['img'],
};

/** Both spectra are one panel twice. */
const folders: Readonly<Record<string, string>> = { data: 'spectrum', filters: 'spectrum' };

/** With both sweeps drawn, another run made and the variants begun, without which there is no chart or table of them on the page. */
const measured = async (name?: PanelName): Promise<AppState> => ({
  ...withRecords(await withEmbeddings(swept(swept(await endOf(linkOf(name)), 'sweep'), 'map')), [
    { link: 'sigma=0.4' },
  ]),
  causes: { status: 'running', failure: null, base: null },
});
/** Of a network that has what the panel shows. */
const links: Partial<Record<PanelName, string>> = {
  attention: 'net=transformer&m=16',
  labels: 'flip=0.2',
  stairs: 'ratio=0.5',
};
const linkOf = (name?: PanelName) => (name && links[name]) ?? '';

const unfolded = async (name: PanelName) => {
  await waitFor(() => expect(document.querySelector('[data-panel]')).not.toBeNull());
  document.querySelector<HTMLElement>(`[data-panel="${name}"] > details:not([open]) > summary`)?.click();
};

const all = [...panelNames];
const inEveryLanguage = all.flatMap((name) =>
  (Object.keys(languages) as Language[]).map((language) => [name, language] as const),
);

describe('every panel', () => {
  it.each(inEveryLanguage)('%s shows the end of a run, in %s', async (name, language) => {
    const { container } = await show(<Placed name={name} />, { language, state: await measured(name) });
    await unfolded(name);
    for (const role of expected[name]) await screen.findAllByRole(role);
    const panel = container.querySelector<HTMLElement>(`[data-panel="${name}"]`)!;
    expect(panel.textContent).not.toBe('');
    for (const each of within(panel).queryAllByRole('img')) expect(each.getAttribute('aria-label')).toBeTruthy();
    for (const each of within(panel).queryAllByRole('button'))
      expect(each.getAttribute('aria-label') || each.textContent).toBeTruthy();
  });

  it.each(all)('%s stands in a frame', async (name) => {
    const { container } = await show(<Placed name={name} />, {
      room: 200,
      state: seen(await measured(name), { embed: true }),
    });
    for (const role of expected[name]) await screen.findAllByRole(role);
    expect(container.querySelector(`[data-panel="${name}"]`)!.childElementCount).toBeGreaterThan(0);
  });

  it.each(all)('%s is tested by itself', (name) => {
    expect(Object.keys(import.meta.glob('./*/panel.test.tsx'))).toContain(`./${folders[name] ?? name}/panel.test.tsx`);
  });

  it('that gives a figure as a file has something drawn, or the three ranks', async () => {
    for (const name of all.filter(hasFigure)) {
      const { container, unmount } = await show(<Placed name={name} />, { state: await measured(name) });
      await unfolded(name);
      for (const role of expected[name]) await screen.findAllByRole(role);
      const figures = panelOf(name).saves === 'ranks' ? '[data-figure]' : 'svg.chart, canvas';
      expect(container.querySelector(figures), name).not.toBeNull();
      unmount();
    }
  });

  it('is in the documents, which npm run docs writes', () => {
    expect(embedding).toContain(panelTable());
    expect(withPanelDocs(embedding)).toBe(embedding);
  });
});
