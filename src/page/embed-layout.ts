import { panelNames, type PanelName } from '../experiment/parameters';
import { titleHeight } from '../panels/framed';
import { panelOf } from '../panels/list';

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
  /** Whether the noise slider is among the controls: it is the last to go. */
  readonly noise: boolean;
  /** Whether there are buttons above, to play and to restart. */
  readonly transport: boolean;
  /** Whether a step of the tour is open: its words have a place of their own. */
  readonly tour: boolean;
  /** On a projector the training curve leaves, so that the others are large. */
  readonly projector: boolean;
}

export interface EmbedLayout {
  /** Panels with their heights. */
  readonly heights: ReadonlyMap<PanelName, number>;
  /** The same by rows, from top to bottom. */
  readonly rows: readonly (readonly PanelName[])[];
  /** All controls in rows of so many, the noise alone beside the buttons, or none. */
  readonly controls: 'all' | 'noise' | 'none';
  readonly sliderRows: number;
  readonly sliderColumns: number;
  /** Whether there is room for the buttons. */
  readonly transport: boolean;
  /** Whether panels have room for what they can do without. */
  readonly extras: boolean;
  /** Little room: small figures, the fewest buttons. */
  readonly compact: boolean;
}

export const padding = 8,
  gap = 6,
  tourHeight = 84;

const transportHeight = 36,
  sliderHeight = 56;

const besideFrom = 440,
  compactBelow = { width: 800, height: 360 },
  buttonsFrom = 200,
  noiseFrom = 160;
const sliderWidth = 154;
/** Panels that nobody asked for go in this order where there is no room. */
const leaving = panelNames
  .filter((name) => panelOf(name).room.leaves !== undefined)
  .toSorted((a, b) => panelOf(a).room.leaves! - panelOf(b).room.leaves!);

/** Fits panels and controls into a frame of any size, without anything that would have to scroll: what has no room is left out. */
export function embedLayout(request: EmbedRequest): EmbedLayout {
  const { width, controls, controlsNamed, panelsNamed, projector } = request;
  const height = request.height - (request.tour ? tourHeight + gap : 0);
  const compact = width < compactBelow.width || height < compactBelow.height;
  const sliderColumns = Math.max(1, Math.min(controls, Math.floor((width - 2 * padding) / sliderWidth)));
  const beside = width >= besideFrom;
  let panels = [...request.panels],
    shown: EmbedLayout['controls'] = controls > 0 ? 'all' : 'none',
    transport = request.transport,
    extras = true,
    scale = 1;

  const rows = () => rowsOf(panels, beside);
  const leastOf = ([panel]: readonly PanelName[]) => {
    const { least, extra = 0, titled } = panelOf(panel!).room;
    return least + (extras ? extra : 0) + (titled ? 0 : titleHeight);
  };
  const above = () => headHeight({ controls: shown, sliderRows: sliderRows(), transport });
  const sliderRows = () => (shown === 'all' ? Math.ceil(controls / sliderColumns) : 0);
  const least = () => 2 * padding + above() + rows().reduce((sum, row) => sum + gap + leastOf(row) * scale, 0);
  const tooHigh = () => least() > height;
  const dropSliders = () => {
    if (tooHigh() && shown === 'all') shown = request.noise ? 'noise' : 'none';
  };

  const dropExtras = () => {
    if (tooHigh()) extras = false;
  };
  const dropPanels = (names: readonly PanelName[]) => {
    if (!panelsNamed)
      for (const name of names) if (tooHigh() && panels.length > 1) panels = panels.filter((panel) => panel !== name);
  };

  if (projector) {
    dropExtras();
    dropPanels(leaving.slice(0, 1));
  }
  if (!controlsNamed) dropSliders();
  dropExtras();
  dropPanels(leaving);
  dropSliders();
  if (height < buttonsFrom && tooHigh()) transport = false;
  if (height < noiseFrom && tooHigh()) shown = 'none';
  if (tooHigh()) scale = Math.max(0.6, (height - least() / 2) / Math.max(1, least() / 2));
  while (tooHigh() && panels.length > 1) panels = panels.slice(0, -1);

  const free = Math.max(0, height - least());
  const weight = rows().reduce((sum, row) => sum + panelOf(row[0]!).room.weight, 0);
  const heights = new Map<PanelName, number>();
  for (const row of rows()) {
    const room = leastOf(row) * scale + (weight > 0 ? (free * panelOf(row[0]!).room.weight) / weight : 0);
    for (const panel of row) heights.set(panel, Math.floor(Math.min(room, height - 2 * padding - above() - gap)));
  }
  return {
    heights,
    rows: rows(),
    controls: shown,
    sliderRows: sliderRows(),
    sliderColumns,
    transport,
    extras,
    compact,
  };
}

/** What stands above the panels, without the gap that follows it: the noise slider stands beside the buttons where it is alone. */
export function headHeight({
  controls,
  sliderRows,
  transport,
}: Pick<EmbedLayout, 'controls' | 'sliderRows' | 'transport'>): number {
  if (controls === 'noise') return sliderHeight;
  return (transport ? transportHeight : 0) + sliderRows * sliderHeight + (sliderRows > 0 ? gap : 0);
}

/** Panels that stand beside each other, every other panel on its own. */
function rowsOf(panels: readonly PanelName[], beside: boolean): PanelName[][] {
  const placed = new Set<PanelName>();
  return panels.flatMap((panel) => {
    if (placed.has(panel)) return [];
    const other = beside ? panelOf(panel).room.beside : undefined;
    const row =
      other && panels.includes(other) ? panelNames.filter((name) => name === panel || name === other) : [panel];
    row.forEach((name) => placed.add(name));
    return [row];
  });
}
