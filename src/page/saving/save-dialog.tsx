import { useState } from 'react';
import { knownCollection } from '../../images/own/known';
import { sourceOf } from '../../images/sources/list';
import { part } from '../../loading/part';
import { ProblemError } from '../../problems/problem';
import { fileName } from '../../share/file-names';
import { imagesText, mostTravelling } from '../../share/images-npz';
import { recordedExperiment, runFileOf } from '../../share/run-file';
import { historyTable, spectraTable } from '../../share/run-tables';
import { useApp, useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { Dialog } from '../../ui/dialog';
import { Marked } from '../../ui/marked';
import { ProblemText, WayOut } from '../../ui/problem-text';
import { OpenRunButton } from './open-run';
import { SaveFigure } from './save-figure';
import { useSaving, type Saving } from './use-saving';
import './save-dialog.css';

const shelfOf = part(() => import('../../images/own/shelf'), { pick: ({ shelf }) => shelf, said: true, forActs: true });
const arraysOf = part(() => import('../../share/run-arrays'), { said: true, forActs: true });

/** Figures and data of the current run as files. */
export default function SaveDialog({ onClose }: { onClose(): void }) {
  const app = useApp();
  const words = useStrings().saving;
  const saving = useSaving();
  const state = () => app.store.getState();
  const name = (what: string, extension: string) => fileName(recordedExperiment(state()), what, extension);
  const csv = (text: string) => new Blob([text], { type: 'text/csv' });
  const [withImages, setWithImages] = useState(false);
  /** The collection that goes along. */
  const travelling = async () => {
    const { images } = recordedExperiment(state());
    return withImages && images !== '' ? (await shelfOf()).get(images) : null;
  };
  const run = async () => {
    const file = runFileOf(state());
    if (!file) throw new ProblemError({ kind: 'no-run' });
    const own = await travelling();
    const images = own ? { images: await imagesText(own) } : {};
    return new Blob([JSON.stringify({ ...file, ...images })], { type: 'application/json' });
  };
  const arrays = async () => (await arraysOf()).runArrays(app, await travelling());
  const files: readonly (readonly [what: keyof typeof words.data.files, format: string, save: () => void])[] = [
    ['run', 'JSON', () => saving.save(name('run', 'json'), run)],
    ['history', 'CSV', () => saving.save(name('history', 'csv'), () => csv(historyTable(state())))],
    ['spectra', 'CSV', () => saving.save(name('spectra', 'csv'), () => csv(spectraTable(state())))],
    ['arrays', 'NPZ', () => saving.save(name('', 'npz'), arrays)],
  ];
  return (
    <Dialog title={words.title} className="save-dialog" onClose={onClose}>
      <SaveFigure saving={saving} />
      <h3>{words.data.title}</h3>
      <ul className="save-files">
        {files.map(([what, format, save]) => {
          const { name, why, save: label } = words.data.files[what];
          return (
            <li key={what}>
              <p>
                <strong>{name}</strong> <span className="format">{format}</span>
                <br />
                <span className="why">{why}</span>
              </p>
              <button
                type="button"
                className="secondary"
                aria-label={label(format)}
                aria-disabled={saving.busy !== null}
                onClick={() => saving.busy === null && save()}
              >
                {words.data.save}
              </button>
            </li>
          );
        })}
      </ul>
      <WithImages wanted={withImages} onWant={setWithImages} />
      <p className="why">
        <Marked text={words.data.again} />
      </p>
      <div className="save-foot">
        <Said saving={saving} />
        <OpenRunButton onOpen={onClose} />
      </div>
    </Dialog>
  );
}

function Said({ saving: { busy, said } }: { saving: Saving }) {
  const words = useStrings().saving;
  const problem = said !== null && 'problem' in said ? said.problem : null;
  return (
    <p className={problem ? 'said bad' : 'said'} role="status">
      {busy && words.preparing}
      {!busy && problem && (
        <>
          <ProblemText problem={problem} /> <WayOut problem={problem} />
        </>
      )}
      {!busy && said && !('problem' in said) && ('done' in said ? said.done : words.saved(said.saved))}
    </p>
  );
}

/** Whether own images go along in what is saved; where there are any, and they are not too large. */
function WithImages({ wanted, onWant }: { wanted: boolean; onWant(wanted: boolean): void }) {
  const words = useStrings().saving.data;
  const hash = useAppState(({ experiment }) => sourceOf(experiment).collection?.(experiment) ?? '');
  const known = knownCollection(hash);
  if (!known) return null;
  const { height, width, channels, counts } = known;
  const count = [...counts.train, ...counts.test].reduce((sum, some) => sum + some, 0);
  const bytes = count * height * width * channels;
  if (bytes > mostTravelling) return <p className="why">{words.imagesTooLarge(mostTravelling / 1e6)}</p>;
  return (
    <label>
      <input type="checkbox" checked={wanted} onChange={({ target }) => onWant(target.checked)} />
      {words.images(bytes / 1e6)}
    </label>
  );
}
