import type { PanelName } from '../experiment/parameters';
import { AlignmentPanel } from '../panels/alignment-panel';
import { ImagesPanel } from '../panels/images-panel';
import { MapPanel } from '../panels/map-panel';
import { RunsPanel } from '../panels/runs-panel';
import { SweepPanel } from '../panels/sweep-panel';
import { TheoryPanel } from '../panels/theory-panel';
import { TilesPanel } from '../panels/tiles-panel';

/** What lies below the first figure; loaded after it. */
export default function Exploration({ shown }: { shown(name: PanelName): boolean }) {
  return (
    <>
      {shown('sweep') && <SweepPanel />}
      {shown('map') && <MapPanel />}
      {shown('tiles') && <TilesPanel />}
      {shown('alignment') && <AlignmentPanel />}
      {shown('images') && <ImagesPanel />}
      {shown('runs') && <RunsPanel />}
      {shown('theory') && <TheoryPanel />}
    </>
  );
}
