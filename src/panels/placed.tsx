import type { PanelName } from '../experiment/parameters';
import { useAppState } from '../store/use-app';
import { Late } from '../ui/late';
import { PanelSection } from '../ui/panel-section';
import { useRoom } from '../ui/room';
import { Folded } from './folded';
import { isFolded, panelOf } from './list';

/** A panel in its place, on the page, where the experiment has it, or in a frame: whole, or not there yet, as what looks for it scrolls to where it is. */
export function Placed({ name }: { name: PanelName }) {
  const { Body, below, offered, folded } = panelOf(name);
  const framed = useRoom() !== null;
  const there = useAppState(({ experiment }) => framed || (offered?.(experiment) ?? true));
  if (!there) return null;
  return (
    <Late>
      {below === 'first screen' || below === 'frames' ? (
        <Body visible />
      ) : (
        <PanelSection name={name}>
          {(visible) =>
            folded && isFolded(name) && !framed ? (
              <Folded name={name} opens={folded}>
                <Body visible={visible} />
              </Folded>
            ) : (
              <Body visible={visible} />
            )
          }
        </PanelSection>
      )}
    </Late>
  );
}
