import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImageCollection } from '../../images/own/collection';
import { readInWorker } from '../../images/own/read-in-worker';
import { shelf, type Kept } from '../../images/own/shelf';
import { problemOf, type Problem } from '../../problems/problem';
import { chosenFiles } from '../../share/given-files';
import type { GivenFile } from '../../store/images-wish';
import { useApp, useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { Dialog } from '../../ui/dialog';
import { ChooseClasses } from './choose-classes';
import './images-dialog.css';

/** Own images are chosen, read, and two of their classes taken. A failure leaves everything as it was. */
export default function ImagesDialog({ wish, onClose }: { wish: 'choose' | readonly GivenFile[]; onClose(): void }) {
  const app = useApp();
  const { ownImages: words, problems } = useStrings();
  const failure = useAppState(({ run }) => run.failure);
  const wanted = failure?.kind === 'images-missing' ? failure.hash : null;
  const { classes, n } = useAppState((state) => state.experiment);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [here, setHere] = useState<{ collection: ImageCollection; isKept: boolean } | null>(null);
  const reading = useRef<AbortController | null>(null);

  const take = useCallback(
    (collection: ImageCollection, isKept: boolean) => {
      const { run, experiment } = app.store.getState();
      const isMissed = run.failure?.kind === 'images-missing' && experiment.images === collection.hash;
      // Pinned runs may be of them as well.
      app.imagesCame(collection.hash);
      if (!isMissed) return setHere({ collection, isKept });
      // What the link asked for: nothing is left to be chosen.
      app.play();
      onClose();
    },
    [app, onClose],
  );
  const read = useCallback(
    async (files: readonly GivenFile[]) => {
      const mine = new AbortController();
      reading.current?.abort();
      reading.current = mine;
      setProblem(null);
      setHere(null);
      setShare(0);
      try {
        const { collection, isKept } = await readInWorker(files, {
          signal: mine.signal,
          onProgress: (done, of) => setShare(of === 0 ? 0 : done / of),
        });
        take(collection, isKept);
      } catch (error) {
        if (mine.signal.aborted) return;
        setProblem(problemOf(error));
      }
      if (reading.current === mine) setShare(null);
    },
    [take],
  );
  useEffect(() => {
    if (wish !== 'choose') queueMicrotask(() => void read(wish));
  }, [wish, read]);
  useEffect(() => () => reading.current?.abort(), []);

  const stop = () => {
    reading.current?.abort();
    setShare(null);
  };
  return (
    <Dialog title={words.title} className="images-dialog" onClose={onClose}>
      <p className="why">{words.stays}</p>
      {wanted && <p role="status">{here ? words.other(wanted) : words.missing(wanted, classes, n)}</p>}
      {problem && (
        <p className="outcome bad" role="alert">
          {problems.text(problem)}
        </p>
      )}
      {share !== null ? (
        <div className="images-reading">
          <progress value={share} aria-label={words.reading(Math.round(100 * share))} />
          <span>{words.reading(Math.round(100 * share))}</span>
          <button type="button" className="secondary" onClick={stop}>
            {words.stop}
          </button>
        </div>
      ) : here ? (
        <>
          {!here.isKept && <p className="why">{words.notKept}</p>}
          <ChooseClasses
            key={here.collection.hash}
            collection={here.collection}
            onUse={onClose}
            onOthers={() => setHere(null)}
          />
        </>
      ) : (
        <Bring onFiles={(files) => void read(files)} onKept={(hash) => void takeKept(hash)} />
      )}
    </Dialog>
  );

  async function takeKept(hash: string) {
    try {
      take(await shelf.get(hash), true);
    } catch (error) {
      setProblem(problemOf(error));
    }
  }
}

/** Files, a folder, or what is kept from before. */
function Bring({ onFiles, onKept }: { onFiles(files: readonly GivenFile[]): void; onKept(hash: string): void }) {
  const { ownImages: words } = useStrings();
  const files = useRef<HTMLInputElement>(null),
    folder = useRef<HTMLInputElement | null>(null);
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const list = () => void shelf.list().then((found) => setKept(found ?? []));
  useEffect(list, []);
  const hand = ({ target }: { target: HTMLInputElement }) => {
    const given = chosenFiles(target.files!);
    target.value = '';
    if (given.length > 0) onFiles(given);
  };
  return (
    <>
      <p>{words.what}</p>
      <p className="images-bring">
        <button type="button" className="primary" onClick={() => files.current!.click()}>
          {words.files}
        </button>
        <button type="button" className="secondary" onClick={() => folder.current!.click()}>
          {words.folder}
        </button>
        <input ref={files} type="file" multiple hidden aria-label={words.files} onChange={hand} />
        <input
          ref={(input) => {
            folder.current = input;
            if (input) input.webkitdirectory = true;
          }}
          type="file"
          hidden
          aria-label={words.folder}
          onChange={hand}
        />
      </p>
      {kept.length > 0 && (
        <>
          <h3>{words.kept}</h3>
          <ul className="images-kept">
            {kept.map(({ summary: { hash, name }, bytes }) => (
              <li key={hash}>
                <span>{words.keptOne(name, bytes / 1e6)}</span>
                <button
                  type="button"
                  className="secondary"
                  aria-label={words.takeNamed(name)}
                  onClick={() => onKept(hash)}
                >
                  {words.take}
                </button>
                <button
                  type="button"
                  className="quiet"
                  aria-label={words.forgetNamed(name)}
                  onClick={() => void shelf.forget(hash).then(list, list)}
                >
                  {words.forget}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
