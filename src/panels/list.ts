import { attends } from '../experiment/networks';
import { panelNames, type PanelName } from '../experiment/parameters';
import { part } from '../loading/part';
import { late, lateOf } from '../ui/late-part';
import type { Panel } from './panel';

/** One script for all panels below the first screen, which does not wait for it. */
const below = part(() => import('./below'), { said: true });
const later = (name: keyof typeof import('./below')) => lateOf(below, (bodies) => bodies[name]);

/** All spectra, in one script. */
const spectra = part(() => import('./spectrum/panel'), { said: true });

/** The spectrum of the clean data, which is no panel: it stands beside that of the data. */
export const CleanSpectrum = lateOf(spectra, (bodies) => bodies.CleanSpectrum);

/** Every panel: a name of `panelNames` without an entry here, whole, does not compile. */
export const panels = {
  figures: {
    Body: late(() => import('./figures/panel')),
    below: 'frames',
    saves: 'ranks',
    room: { least: 54, weight: 0, titled: true },
  },
  curve: {
    Body: late(() => import('./curve/panel')),
    below: 'first screen',
    saves: 'drawing',
    room: { least: 200, weight: 3, titled: true },
  },
  data: {
    Body: lateOf(spectra, ({ DataSpectrum }) => DataSpectrum),
    below: 'first screen',
    saves: 'drawing',
    room: { least: 104, weight: 2, titled: true, beside: 'filters', leaves: 2 },
  },
  filters: {
    Body: lateOf(spectra, ({ FilterSpectrum }) => FilterSpectrum),
    below: 'first screen',
    saves: 'drawing',
    room: { least: 104, weight: 2, titled: true, beside: 'data', leaves: 3 },
  },
  training: {
    Body: late(() => import('./training/panel')),
    below: 'first screen',
    saves: 'drawing',
    room: { least: 96, weight: 1, titled: true, extra: 26, leaves: 1 },
  },
  sweep: { Body: later('Sweep'), below: 'limit', saves: 'drawing', room: { least: 150, weight: 2 } },
  map: {
    Body: later('PhaseMap'),
    below: 'race',
    saves: 'drawing',
    room: { least: 170, weight: 2 },
    folded: ({ map }) => map.status !== 'empty',
  },
  tiles: { Body: later('Tiles'), below: 'network', saves: 'drawing', room: { least: 120, weight: 2 } },
  alignment: {
    Body: later('AlignmentMap'),
    below: 'winner',
    saves: 'drawing',
    room: { least: 120, weight: 2 },
    folded: ({ picked }) => picked !== null,
  },
  images: { Body: later('Images'), below: 'noise', saves: 'drawing', room: { least: 130, weight: 2 } },
  runs: { Body: later('Runs'), below: 'compare', saves: 'nothing', room: { least: 100, weight: 1 } },
  theory: {
    Body: later('Theory'),
    below: 'race',
    saves: 'nothing',
    room: { least: 130, weight: 2 },
    folded: () => false,
  },
  layers: { Body: later('Layers'), below: 'open', saves: 'drawing', room: { least: 96, weight: 2 } },
  depth: { Body: later('Depth'), below: 'open', saves: 'drawing', room: { least: 96, weight: 2 } },
  attention: {
    Body: later('Attention'),
    below: 'open',
    saves: 'drawing',
    room: { least: 110, weight: 2 },
    offered: attends,
  },
  causes: { Body: later('WhatCauses'), below: 'causes', saves: 'drawing', room: { least: 220, weight: 3 } },
  labels: {
    Body: later('WrongLabels'),
    below: 'edges',
    saves: 'drawing',
    room: { least: 200, weight: 3 },
    offered: ({ flip }) => flip > 0,
  },
  stairs: {
    Body: later('Staircase'),
    below: 'edges',
    saves: 'drawing',
    room: { least: 120, weight: 2 },
    offered: ({ ratio }) => ratio < 1,
  },
} satisfies Readonly<Record<PanelName, Panel>>;

/** What is known of a panel, whichever it is. */
export const panelOf = (name: PanelName): Panel => panels[name];

/** Panels that give a figure as a file. */
export type FigurePanel = {
  [Name in PanelName]: (typeof panels)[Name]['saves'] extends 'nothing' ? never : Name;
}[PanelName];

export const hasFigure = (name: PanelName): name is FigurePanel => panelOf(name).saves !== 'nothing';

/** Panels that stand behind a line on the page. */
export type FoldedPanel = {
  [Name in PanelName]: (typeof panels)[Name] extends { readonly folded: unknown } ? Name : never;
}[PanelName];

export const isFolded = (name: PanelName): name is FoldedPanel => panelOf(name).folded !== undefined;

/** Those that stand below a part of the story, or on the first screen, in the order of the table. */
export const panelsBelow = (part: Panel['below']): readonly PanelName[] =>
  panelNames.filter((name) => panelOf(name).below === part);
