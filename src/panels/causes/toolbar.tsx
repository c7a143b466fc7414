import { useApp } from '../../store/use-app';
import type { Causes } from '../../store/views/causes';
import { useStrings } from '../../store/words';

/** In a frame, where it has one row. */
export const toolbarHeight = 42;

/** How far the variants are, and what can be done about it. */
export function CausesToolbar({ causes: { status, done, total, seconds, failure } }: { causes: Causes }) {
  const app = useApp();
  const { causes: words, problems } = useStrings();
  const left = total - done;
  const start = status === 'stopped' ? words.resume : status === 'failed' ? words.again : words.start(left);
  return (
    <div className="toolbar" role="group" aria-label={words.label}>
      {status === 'running' ? (
        <button type="button" className="secondary" onClick={() => app.stopCauses()}>
          {words.stop}
        </button>
      ) : (
        status !== 'ready' && (
          <button type="button" className="primary" onClick={() => app.measureCauses()}>
            {start}
          </button>
        )
      )}
      {status === 'running' && (
        <>
          <progress value={done / Math.max(1, total)} aria-label={words.progress} />
          <span aria-hidden="true">{words.done(done, total)}</span>
        </>
      )}
      <span role="status" className={status === 'running' ? 'visually-hidden' : 'status-text'}>
        {status === 'running' && words.running}
        {status === 'waiting' && words.waiting}
        {(status === 'offered' || status === 'stopped') && words.about(Math.max(1, Math.round(seconds)))}
        {status === 'ready' && words.ready(total)}
        {status === 'failed' && words.failed(failure ? problems.text(failure) : '')}
      </span>
    </div>
  );
}
