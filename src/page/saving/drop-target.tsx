import { useEffect, useState } from 'react';
import { watchDrops } from '../../share/drop';
import { droppedFiles } from '../../share/given-files';
import { openRunFile } from '../../share/open-run-file';
import type { App } from '../../store/app';
import { imagesWish, type GivenFile } from '../../store/images-wish';
import { useApp } from '../../store/use-app';
import { useStrings } from '../../store/words';
import './save-dialog.css';

/** Two at once would undo each other. */
async function openFirst(app: App, files: readonly GivenFile[]): Promise<void> {
  const { path, bytes } = files[0]!;
  await openRunFile(app, bytes);
  if (files.length > 1)
    app.notify({ field: 'files', problem: { kind: 'one-run-opened', count: files.length, name: path.slice(0, 80) } });
}

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
            if (files.length === 0) return;
            // Images are never JSON, and a run file is nothing else.
            if (files.every(({ path }) => path.endsWith('.json'))) void openFirst(app, files);
            else imagesWish.setState({ wish: files });
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
