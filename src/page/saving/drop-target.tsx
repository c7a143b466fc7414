import { useEffect, useState } from 'react';
import { watchDrops } from '../../share/drop';
import { droppedFiles } from '../../share/given-files';
import { openRunFile } from '../../share/open-run-file';
import { imagesWish } from '../../store/images-wish';
import { useApp } from '../../store/use-app';
import { useStrings } from '../../store/words';
import './save-dialog.css';

/** Takes run files and images anywhere on the page, and shows while one is dragged that it does. */
export default function DropTarget() {
  const app = useApp();
  const words = useStrings().saving.open;
  const [over, setOver] = useState(false);
  useEffect(
    () =>
      watchDrops(window, {
        onDrag: setOver,
        onDrop: (dropped) =>
          void droppedFiles(dropped).then((files) => {
            const [first] = files;
            // Images are never JSON, and a run file is nothing else.
            if (files.length === 1 && first!.path.endsWith('.json')) return openRunFile(app, first!.bytes);
            if (files.length > 0) imagesWish.setState({ wish: files });
            return undefined;
          }),
      }),
    [app],
  );
  return over ? (
    <div className="drop-target">
      <p>{words.drop}</p>
    </div>
  ) : null;
}
