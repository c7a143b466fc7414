import type { ReactNode } from 'react';
import { isSweepStale } from '../../store/views/sweep-stale';
import type { SweepName } from '../../store/state';
import { useApp, useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';

/** Of the toolbar in a frame, where it has one row. */
export const toolbarHeight = 42;

/** Start, stop and resume of a sweep, how far it is, and whether its results still match; `children` are its settings. */
export function SweepToolbar({ name, start, children }: { name: SweepName; start: string; children: ReactNode }) {
  const app = useApp();
  const { sweeps: words, problems } = useStrings();
  const status = useAppState((state) => state[name].status);
  const failure = useAppState((state) => state[name].failure);
  const total = useAppState((state) => state[name].results.length);
  const done = useAppState((state) => state[name].results.filter((result) => result !== null).length);
  const stale = useAppState(isSweepStale(name));
  const kept = useAppState((state) => state.sweepsKept[name]);
  const current = status === 'empty' || stale;
  return (
    <div className="toolbar" role="group" aria-label={start}>
      {status === 'running' ? (
        <button type="button" className="primary" onClick={() => app.stopSweep()}>
          {words.stop}
        </button>
      ) : (
        <button type="button" className={current ? 'primary' : 'secondary'} onClick={() => app.startSweep(name)}>
          {status === 'empty' ? start : words.again}
        </button>
      )}
      {(status === 'stopped' || status === 'failed') && !stale && (
        <button type="button" className="primary" onClick={() => app.resumeSweep(name)}>
          {words.resume}
        </button>
      )}
      {children}
      <span className="status-text" role="status">
        {status === 'running' && (
          <>
            <progress value={done / total} aria-label={words.progress} /> {words.running(done, total)}
          </>
        )}
        {status === 'stopped' && words.stopped(done, total)}
        {status === 'ready' && !stale && words.ready(total)}
      </span>
      {stale && status !== 'running' && <span className="stale-note">{words.stale}</span>}
      {kept !== null && status !== 'running' && (
        <span className="kept-note">
          {kept ? words.kept : words.notKept}{' '}
          {kept && (
            <button type="button" className="quiet" aria-label={words.forgets} onClick={() => app.forgetSweeps()}>
              {words.forget}
            </button>
          )}
        </span>
      )}
      {failure && (
        <span className="outcome bad" role="alert">
          {words.failed(done, total, problems.text(failure))}
        </span>
      )}
    </div>
  );
}
