import { useRef, type ReactNode } from 'react';
import type { PanelName } from '../experiment/parameters';
import { usePanelMark } from './panel-mark';
import { useRoom } from './room';
import { useVisible } from './use-visible';

/** A part of the page below the first figure: a title, a sentence that says what it shows, and a panel that rests while it is off the screen. */
export function PanelSection({
  name,
  title,
  lead,
  children,
}: {
  name: PanelName;
  title: string;
  lead: ReactNode;
  children(visible: boolean): ReactNode;
}) {
  const section = useRef<HTMLElement>(null);
  const visible = useVisible(section);
  const room = useRoom();
  const mark = usePanelMark(name);
  if (room !== null)
    return (
      <section ref={section} {...mark} aria-label={title}>
        {children(visible)}
      </section>
    );
  return (
    <section ref={section} className="section" {...mark} aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{title}</h2>
      <p className="lead">{lead}</p>
      {children(visible)}
    </section>
  );
}
