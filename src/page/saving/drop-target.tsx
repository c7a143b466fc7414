import { useEffect, useState } from 'react';
import { watchDrops } from '../../share/drop';
import { openRunFile } from '../../share/open-run-file';
import { useApp } from '../../store/use-app';
import { useStrings } from '../../store/words';
import './save-dialog.css';

/** Takes run files anywhere on the page, and shows while one is dragged that it does. */
export default function DropTarget() {
  const app = useApp();
  const words = useStrings().saving.open;
  const [over, setOver] = useState(false);
  useEffect(() => watchDrops(window, { onDrag: setOver, onFile: (file) => void openRunFile(app, file) }), [app]);
  return over ? (
    <div className="drop-target">
      <p>{words.drop}</p>
    </div>
  ) : null;
}
