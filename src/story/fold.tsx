import { useState, type ReactNode } from 'react';
import { useMagnification } from '../ui/use-magnification';
import { useViewportWidth } from '../ui/use-viewport';

/** Below so many pixels, where type is of the usual size, what can wait is folded: 37rem between the margins, as in style sheets. */
const narrowBelow = 624;

/** What is there at once where there is width, and on a phone under its title. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  const narrow = useViewportWidth() < narrowBelow * useMagnification();
  const [open, setOpen] = useState(false);
  return (
    <details
      className="fold"
      open={!narrow || open}
      onToggle={({ currentTarget }) => narrow && setOpen(currentTarget.open)}
    >
      <summary hidden={!narrow}>{title}</summary>
      {children}
    </details>
  );
}
