import { lazy, useState } from 'react';
import { Late } from './late';

/** Apart: nobody saves before the first figure is there. */
const SaveDialog = lazy(() => import('./save-dialog'));

/** Opens the dialog that hands out figures and data as files. */
export function SaveMenu() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="nav-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>Save</button>
      {open && <Late><SaveDialog onClose={() => setOpen(false)} /></Late>}
    </>
  );
}
