import type { PanelName } from '../experiment/parameters';
import { Late } from '../ui/late';
import { PanelSection } from '../ui/panel-section';
import { panelOf } from './list';

/** A panel in its place, on the page or in a frame: whole, or not there yet, as what looks for it scrolls to where it is. */
export function Placed({ name }: { name: PanelName }) {
  const { Body, below } = panelOf(name);
  return (
    <Late>
      {below === 'first screen' || below === 'frames' ? (
        <Body visible />
      ) : (
        <PanelSection name={name}>{(visible) => <Body visible={visible} />}</PanelSection>
      )}
    </Late>
  );
}
