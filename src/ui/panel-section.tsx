import { useRef, type ReactNode } from 'react';
import type { PanelName } from '../experiment/parameters';
import { useStrings } from '../store/words';
import { usePanelMark } from './panel-mark';
import { useRoom } from './room';
import { useVisible } from './use-visible';

/** A panel below the first figure, which rests while it is off the screen. What it shows is said by the prose that it stands below. */
export function PanelSection({ name, children }: { name: PanelName; children(visible: boolean): ReactNode }) {
  const section = useRef<HTMLElement>(null);
  const visible = useVisible(section);
  const room = useRoom();
  const mark = usePanelMark(name);
  const label = useStrings().panels.names[name];
  return (
    <section ref={section} className={room === null ? 'section' : undefined} {...mark} aria-label={label}>
      {children(visible)}
    </section>
  );
}
