import { useState } from 'react';
import { useWords } from '../../store/words';
import { Late } from '../../ui/late';
import { late } from '../../ui/late-part';

/** Apart, so that the first figure does not wait for it. */
const ShareDialog = late(() => import('./share-dialog'));

export function ShareButton() {
  const words = useWords().page;
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="secondary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.share}
      </button>
      {open && (
        <Late>
          <ShareDialog onClose={() => setOpen(false)} />
        </Late>
      )}
    </>
  );
}
