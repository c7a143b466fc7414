import type { PanelName } from '../experiment/parameters';
import { useStrings } from '../store/words';
import { Late } from '../ui/late';
import { Fit, Rest } from '../ui/room';
import { hasFigure, panelOf } from './list';
import { Placed } from './placed';

/** Pixels where type is of the usual size. */
export const titleHeight = 24;

/** A panel in a place of fixed height, under what it is called where it does not say so itself. */
export function Framed({ name, height, extras }: { name: PanelName; height: number; extras: boolean }) {
  return (
    <Fit height={height} extras={extras}>
      {panelOf(name).room.titled ? (
        <Placed name={name} />
      ) : (
        <>
          <div className="frame-title">
            <Late quiet>
              <Title name={name} />
            </Late>
          </div>
          <Rest used={titleHeight}>
            <Placed name={name} />
          </Rest>
        </>
      )}
    </Fit>
  );
}

function Title({ name }: { name: PanelName }) {
  const { figures, names } = useStrings().panels;
  return <h2>{hasFigure(name) ? figures[name] : names[name]}</h2>;
}
