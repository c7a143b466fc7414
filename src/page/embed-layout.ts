import type { PanelName } from '../experiment/parameters';

/** What is to be fitted into a frame. */
export interface EmbedRequest {
  /** The frame, in CSS pixels where type is of the usual size. */
  readonly width: number;
  readonly height: number;
  readonly panels: readonly PanelName[];
  /** Whether the link named the panels, or the controls, itself: then they go last. */
  readonly panelsNamed: boolean;
  readonly controls: number;
  readonly controlsNamed: boolean;
  /** Whether a step of the tour is open: its words have a place of their own. */
  readonly tour: boolean;
  /** On a projector spectra take nearly half of the frame, and the training curve leaves before the sliders. */
  readonly projector: boolean;
}

export interface EmbedLayout {
  /** Panels from top to bottom with their heights; data and filters share a row where `beside`. */
  readonly heights: ReadonlyMap<PanelName, number>;
  readonly beside: boolean;
  readonly sliderRows: number;
  readonly sliderColumns: number;
  /** Whether the training panel has room for its status line. */
  readonly status: boolean;
  /** Little room: small figures, the fewest buttons. */
  readonly compact: boolean;
}

export const padding = 8,
  gap = 6,
  transportHeight = 36,
  sliderHeight = 56,
  tourHeight = 84;

const besideFrom = 440,
  compactBelow = { width: 800, height: 360 };
const sliderWidth = 150;
/** Least heights in pixels, and shares of what is left over. */
const rooms: Readonly<Record<PanelName, { readonly least: number; readonly weight: number }>> = {
  figures: { least: 54, weight: 0 },
  data: { least: 104, weight: 2 },
  filters: { least: 104, weight: 2 },
  training: { least: 96, weight: 1 },
  sweep: { least: 150, weight: 2 },
  map: { least: 170, weight: 2 },
  tiles: { least: 120, weight: 2 },
  alignment: { least: 120, weight: 2 },
  images: { least: 130, weight: 2 },
  runs: { least: 100, weight: 1 },
  theory: { least: 130, weight: 2 },
};
const statusHeight = 26;
/** Share of the frame that spectra have at least on a projector; with the three figures more than half. */
const projectedSpectra = 0.46;
/** Panels that nobody asked for go in this order where there is no room. */
const leaving: readonly PanelName[] = ['training', 'data', 'figures'];

/** Fits panels and controls into a frame of any size, without anything that would have to scroll: what has no room is left out. */
export function embedLayout(request: EmbedRequest): EmbedLayout {
  const { width, controls, controlsNamed, panelsNamed, projector } = request;
  const height = request.height - (request.tour ? tourHeight + gap : 0);
  const compact = width < compactBelow.width || height < compactBelow.height;
  const sliderColumns = Math.max(1, Math.min(controls, Math.floor((width - 2 * padding) / sliderWidth)));
  const beside = width >= besideFrom;
  let panels = [...request.panels],
    sliderRows = Math.ceil(controls / sliderColumns),
    status = true,
    scale = 1;

  const spectra = projector && beside ? projectedSpectra * height : 0;
  const rows = () => rowsOf(panels, beside);
  const leastOf = ([panel]: readonly PanelName[]) =>
    Math.max(
      rooms[panel!].least + (panel === 'training' && status ? statusHeight : 0),
      panel === 'data' || panel === 'filters' ? spectra : 0,
    );
  const least = () =>
    2 * padding +
    transportHeight +
    sliderRows * sliderHeight +
    (sliderRows > 0 ? gap : 0) +
    rows().reduce((sum, row) => sum + gap + leastOf(row) * scale, 0);
  const tooHigh = () => least() > height;
  const dropSliders = () => {
    if (tooHigh()) sliderRows = 0;
  };

  const dropStatus = () => {
    if (tooHigh()) status = false;
  };
  const dropPanels = (names: readonly PanelName[]) => {
    if (!panelsNamed)
      for (const name of names) if (tooHigh() && panels.length > 1) panels = panels.filter((panel) => panel !== name);
  };

  if (projector) {
    dropStatus();
    dropPanels(leaving.slice(0, 1));
  }
  if (!controlsNamed) dropSliders();
  dropStatus();
  dropPanels(leaving);
  dropSliders();
  if (tooHigh()) scale = Math.max(0.6, (height - least() / 2) / Math.max(1, least() / 2));
  while (tooHigh() && panels.length > 1) panels = panels.slice(0, -1);

  const free = Math.max(0, height - least());
  const weight = rows().reduce((sum, row) => sum + rooms[row[0]!].weight, 0);
  const heights = new Map<PanelName, number>();
  for (const row of rows()) {
    const room = leastOf(row) * scale + (weight > 0 ? (free * rooms[row[0]!].weight) / weight : 0);
    for (const panel of row)
      heights.set(panel, Math.floor(Math.min(room, height - 2 * padding - transportHeight - gap)));
  }
  return { heights, beside, sliderRows, sliderColumns, status, compact };
}

/** Data and filters side by side, every other panel on its own. */
function rowsOf(panels: readonly PanelName[], beside: boolean): PanelName[][] {
  const pair = beside && panels.includes('data') && panels.includes('filters');
  return panels.flatMap((panel) =>
    pair && panel === 'filters' ? [] : pair && panel === 'data' ? [['data', 'filters'] as PanelName[]] : [[panel]],
  );
}
