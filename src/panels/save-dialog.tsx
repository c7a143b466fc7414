import { useEffect, useRef } from 'react';
import { fileName } from '../share/file-names';
import { recordedExperiment, runFileOf } from '../share/run-file';
import { historyTable, spectraTable } from '../share/run-tables';
import { useApp } from '../store/use-app';
import { OpenRunButton } from './open-run';
import { SaveFigure } from './save-figure';
import { useSaving } from './use-saving';
import './save-dialog.css';

/** Figures and data of the current run as files. */
export default function SaveDialog({ onClose }: { onClose(): void }) {
  const app = useApp();
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
    if (!file) throw new Error('There is no run to save yet.');
    return new Blob([JSON.stringify(file)], { type: 'application/json' });
  };
  const arrays = async () => (await import('../share/run-arrays')).runArrays(app);
  const files: readonly (readonly [what: string, format: string, why: string, save: () => void])[] = [
    ['Run', 'JSON', 'Drop it on the page to open it again.', () => saving.save(name('run', 'json'), async () => run())],
    ['History', 'CSV', 'Every recorded step: loss, accuracies, ranks, singular values.', () => saving.save(name('history', 'csv'), () => csv(historyTable(state())))],
    ['Spectra', 'CSV', 'Singular values of data, clean data and filters.', () => saving.save(name('spectra', 'csv'), () => csv(spectraTable(state())))],
    ['Arrays', 'NPZ', 'Images, filters, spectra and history for NumPy.', () => saving.save(name('', 'npz'), arrays)],
  ];
  return (
    <dialog ref={dialog} className="save-dialog" aria-labelledby="save-title" onClose={onClose} closedby="any">
      <div className="save-body">
        <header>
          <h2 id="save-title">Save</h2>
          <button type="button" className="close" aria-label="Close" onClick={() => dialog.current?.close()}><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13" /></svg></button>
        </header>
        <SaveFigure name={name} saving={saving} />
        <h3>Data</h3>
        <ul className="save-files">
          {files.map(([what, format, why, save]) => (
            <li key={what}>
              <p><strong>{what}</strong> <span className="format">{format}</span><br /><span className="why">{why}</span></p>
              <button type="button" className="button" aria-label={`Save ${what.toLowerCase()} as ${format}`} aria-disabled={saving.busy !== null} onClick={() => saving.busy === null && save()}>Save</button>
            </li>
          ))}
        </ul>
        <p className="why"><a href="./reproduce.py" download>reproduce.py</a> makes the run again from the NPZ file, in NumPy alone, and compares what it finds with what was measured here.</p>
        <div className="save-foot">
          <p className={saving.said?.failed ? 'said bad' : 'said'} role="status">{saving.busy ? 'Preparing the file …' : saving.said?.text}</p>
          <OpenRunButton onOpen={() => dialog.current?.close()} />
        </div>
      </div>
    </dialog>
  );
}
