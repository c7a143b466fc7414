import { useEffect, useRef } from 'react';
import { ProblemError } from '../../problems/problem';
import { fileName } from '../../share/file-names';
import { recordedExperiment, runFileOf } from '../../share/run-file';
import { historyTable, spectraTable } from '../../share/run-tables';
import { useApp } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { Marked } from '../../ui/marked';
import { OpenRunButton } from './open-run';
import { SaveFigure } from './save-figure';
import { useSaving, type Saving } from './use-saving';
import './save-dialog.css';

/** Figures and data of the current run as files. */
export default function SaveDialog({ onClose }: { onClose(): void }) {
  const app = useApp();
  const { saving: words, close } = useStrings();
  const dialog = useRef<HTMLDialogElement>(null);
  const saving = useSaving();
  useEffect(() => {
    const element = dialog.current!;
    element.showModal();
    return () => element.close();
  }, []);
  const state = () => app.store.getState();
  const name = (what: string, extension: string) => fileName(recordedExperiment(state()), what, extension);
  const csv = (text: string) => new Blob([text], { type: 'text/csv' });
  const run = () => {
    const file = runFileOf(state());
    if (!file) throw new ProblemError({ kind: 'no-run' });
    return new Blob([JSON.stringify(file)], { type: 'application/json' });
  };
  const arrays = async () => (await import('../../share/run-arrays')).runArrays(app);
  const files: readonly (readonly [what: keyof typeof words.data.files, format: string, save: () => void])[] = [
    ['run', 'JSON', () => saving.save(name('run', 'json'), async () => run())],
    ['history', 'CSV', () => saving.save(name('history', 'csv'), () => csv(historyTable(state())))],
    ['spectra', 'CSV', () => saving.save(name('spectra', 'csv'), () => csv(spectraTable(state())))],
    ['arrays', 'NPZ', () => saving.save(name('', 'npz'), arrays)],
  ];
  return (
    <dialog ref={dialog} className="save-dialog" aria-labelledby="save-title" onClose={onClose} closedby="any">
      <div className="save-body">
        <header>
          <h2 id="save-title">{words.title}</h2>
          <button type="button" className="close" aria-label={close} onClick={() => dialog.current?.close()}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M3 3l10 10M13 3L3 13" />
            </svg>
          </button>
        </header>
        <SaveFigure name={name} saving={saving} />
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
                  className="button"
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
        <p className="why">
          <Marked text={words.data.again} />
        </p>
        <div className="save-foot">
          <Said saving={saving} />
          <OpenRunButton onOpen={() => dialog.current?.close()} />
        </div>
      </div>
    </dialog>
  );
}

function Said({ saving: { busy, said } }: { saving: Saving }) {
  const { saving: words, problems } = useStrings();
  const failed = said !== null && 'problem' in said;
  return (
    <p className={failed ? 'said bad' : 'said'} role="status">
      {busy ? words.preparing : failed ? problems.text(said.problem) : said && words.saved(said.saved)}
    </p>
  );
}
