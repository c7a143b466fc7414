import { Fragment, type ReactElement, type ReactNode } from 'react';
import type { PanelName } from '../experiment/parameters';
import { AlignmentPanel } from '../panels/alignment-panel';
import { ImagesPanel } from '../panels/images-panel';
import { MapPanel } from '../panels/map-panel';
import { RunsPanel } from '../panels/runs-panel';
import { SweepPanel } from '../panels/sweep-panel';
import { TheoryPanel } from '../panels/theory-panel';
import { TilesPanel } from '../panels/tiles-panel';

const panels: readonly (readonly [PanelName, () => ReactElement])[] = [
  ['sweep', SweepPanel], ['map', MapPanel], ['tiles', TilesPanel], ['alignment', AlignmentPanel], ['images', ImagesPanel], ['runs', RunsPanel], ['theory', TheoryPanel],
];

/** What lies below the first figure; loaded after it. @param place puts a panel where it belongs, or leaves it out. */
export default function Exploration({ place = (_, panel) => panel }: { place?(name: PanelName, panel: ReactNode): ReactNode }) {
  return panels.map(([name, Panel]) => <Fragment key={name}>{place(name, <Panel />)}</Fragment>);
}
