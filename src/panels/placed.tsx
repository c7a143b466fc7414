import type { PanelName } from '../experiment/parameters';
import { useAppState } from '../store/use-app';
import { useStrings } from '../store/words';
import { Late } from '../ui/late';
import { PanelSection } from '../ui/panel-section';
import { panelOf } from './list';
import type { Panel } from './panel';

/** A panel in its place, on the page or in a frame: whole, or not there yet, as what looks for it scrolls to where it is. */
export function Placed({ name }: { name: PanelName }) {
  const { Body, words } = panelOf(name);
  return <Late>{words ? <Told name={name} words={words} Body={Body} /> : <Body visible />}</Late>;
}

function Told({ name, words, Body }: { name: PanelName; words: NonNullable<Panel['words']>; Body: Panel['Body'] }) {
  const { title, lead } = words(
    useStrings(),
    useAppState((state) => state.experiment),
  );
  return (
    <PanelSection name={name} title={title} lead={lead}>
      {(visible) => <Body visible={visible} />}
    </PanelSection>
  );
}
