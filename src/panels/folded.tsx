import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { AppState } from '../store/state';
import { useAppState } from '../store/use-app';
import { useStrings } from '../store/words';
import { Late } from '../ui/late';
import { useMarked } from '../ui/panel-mark';
import { usePaper } from '../ui/use-paper';
import { restEvent, wakeEvent } from '../ui/wake';
import type { FoldedPanel } from './list';

/** A panel behind the line that says what it has: opened by the visitor, by what asks for it, for the tour, for a file and for paper. */
export function Folded({
  name,
  opens,
  children,
}: {
  name: FoldedPanel;
  opens(state: AppState): boolean;
  children: ReactNode;
}) {
  const title = useStrings().panels.folded[name];
  const details = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  const asked = useAppState(opens);
  const [wasAsked, setWasAsked] = useState(false);
  // Once: what is closed again stays closed.
  if (asked !== wasAsked) {
    setWasAsked(asked);
    if (asked) setOpen(true);
  }
  const paper = usePaper(),
    marked = useMarked(name),
    awake = useAwake(details);
  const forced = paper || marked || awake;
  return (
    <details
      ref={details}
      className="folded-panel"
      open={open || forced}
      onToggle={({ currentTarget }) => !forced && setOpen(currentTarget.open)}
    >
      <summary>{title}</summary>
      {(open || forced) && <Late>{children}</Late>}
    </details>
  );
}

/** Whether the panel is awake though nobody may see it, for a file. */
function useAwake(within: RefObject<HTMLElement | null>): boolean {
  const [awake, setAwake] = useState(false);
  useEffect(() => {
    const panel = within.current!.closest('[data-panel]')!;
    const wake = () => setAwake(true),
      rest = () => setAwake(false);
    panel.addEventListener(wakeEvent, wake);
    panel.addEventListener(restEvent, rest);
    return () => {
      panel.removeEventListener(wakeEvent, wake);
      panel.removeEventListener(restEvent, rest);
    };
  }, [within]);
  return awake;
}
