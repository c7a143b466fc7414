import type { ReactNode } from 'react';

/** Lets a table that is wider than the screen scroll in a box of its own, by finger and by key. */
export function TableBox({ label, children }: { label: string; children: ReactNode }) {
  // A box that scrolls must take the focus: its only buttons may lie outside what is seen.
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-box" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
