import { useState } from 'react';
import { useWords } from '../../store/words';
import { Late } from '../../ui/late';
import { late } from '../../ui/late-part';

/** Apart: nobody saves before the first figure is there. */
const SaveDialog = late(() => import('./save-dialog'));

/** Opens the dialog that hands out figures and data as files. */
export function SaveMenu() {
  const words = useWords().page;
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="secondary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.save}
      </button>
      {open && (
        <Late>
          <SaveDialog onClose={() => setOpen(false)} />
        </Late>
      )}
    </>
  );
}
