import { useState, type ReactNode } from 'react';
import { useMagnification } from '../ui/use-magnification';
import { usePaper } from '../ui/use-paper';
import { useViewportWidth } from '../ui/use-viewport';

/** Below so many pixels, where type is of the usual size, what can wait is folded: 37rem between the margins, as in style sheets. */
const narrowBelow = 624;

/** What is there at once where there is width, and on a phone, or `always`, under its title. */
export function Fold({ title, always = false, children }: { title: string; always?: boolean; children: ReactNode }) {
  const narrow = useViewportWidth() < narrowBelow * useMagnification() || always;
  const paper = usePaper();
  const [open, setOpen] = useState(false);
  return (
    <details
      className="fold"
      open={!narrow || open || paper}
      onToggle={({ currentTarget }) => narrow && !paper && setOpen(currentTarget.open)}
    >
      <summary hidden={!narrow}>{title}</summary>
      {children}
    </details>
  );
}
