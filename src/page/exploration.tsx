import { Fragment, type ReactElement, type ReactNode } from 'react';
import type { PanelName } from '../experiment/parameters';
import { AlignmentPanel } from '../panels/alignment/panel';
import { ImagesPanel } from '../panels/images/panel';
import { MapPanel } from '../panels/map/panel';
import { RunsPanel } from '../panels/runs/panel';
import { SweepPanel } from '../panels/sweep/panel';
import { TheoryPanel } from '../panels/theory/panel';
import { TilesPanel } from '../panels/tiles/panel';

/** Every panel below the first figure, in the order in which a frame shows them. */
export const panelOf = {
  sweep: SweepPanel,
  map: MapPanel,
  tiles: TilesPanel,
  alignment: AlignmentPanel,
  images: ImagesPanel,
  runs: RunsPanel,
  theory: TheoryPanel,
} satisfies Partial<Record<PanelName, () => ReactElement>>;

/** What a frame may show of them, without a word around it. @param place puts a panel where it belongs, or leaves it out. */
export default function Exploration({ place }: { place(name: PanelName, panel: ReactNode): ReactNode }) {
  return (Object.keys(panelOf) as (keyof typeof panelOf)[]).map((name) => {
    const Panel = panelOf[name];
    return <Fragment key={name}>{place(name, <Panel />)}</Fragment>;
  });
}
