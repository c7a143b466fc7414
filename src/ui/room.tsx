import { createContext, useContext, type ReactNode } from 'react';
import { useMagnification } from './use-magnification';

/** Height in pixels that a panel must fit into; null where it may be as high as it likes. */
const Room = createContext<number | null>(null);

export const useRoom = () => useContext(Room);

/** Whether there is room for what a panel can do without. */
const Extras = createContext(true);

export const useExtras = () => useContext(Extras);

/** A place of fixed height: what is in it draws to fit. */
export function Fit({ height, extras = true, children }: { height: number; extras?: boolean; children: ReactNode }) {
  return (
    <Room value={height}>
      <div className="fit" style={{ height }}>
        <Extras value={extras}>{children}</Extras>
      </div>
    </Room>
  );
}

/** What is left of the room beside `used` pixels of other things, counted where type is of the usual size; the panel's own height where there is no limit. */
export function Rest({ used, children }: { used: number; children: ReactNode }) {
  const room = useRoom(),
    magnification = useMagnification();
  return room === null ? children : <Room value={Math.max(40, room - magnification * used)}>{children}</Room>;
}
