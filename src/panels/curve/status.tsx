import { useState, type ReactNode } from 'react';
import { useApp, useAppState } from '../../store/use-app';
import type { ClaimCurve } from '../../store/views/claim-curve';
import { useStrings } from '../../store/words';

/** How far the curve is, and what can be done about it; what is spoken changes with the state alone, not with every run. */
export function CurveStatus({ curve }: { curve: ClaimCurve }) {
  const app = useApp();
  const { curveRow, problems } = useStrings();
  const words = curveRow.status;
  // A curve that the visitor asked for takes its time, so that it can be stopped.
  const [asked, setAsked] = useState(false);
  const { status, done, total, seeds, offer, failure, predicted } = curve;
  const draw = (label: string) => (
    <button
      type="button"
      className="secondary"
      onClick={() => {
        setAsked(true);
        app.drawCurve();
      }}
    >
      {label}
    </button>
  );
  // Without a run there will be no others; why is said where it failed.
  const failed = useAppState(({ run }) => run.status === 'failed' && run.latest === null);
  const waiting = failed ? '' : predicted ? words.waiting : words.unpredicted;
  const ready = seeds > 1 ? words.bands(total) : words.ready(total);
  const time =
    offer &&
    (offer.seconds < 90
      ? words.seconds(Math.max(1, Math.round(offer.seconds)))
      : words.minutes(Math.round(offer.seconds / 60)));
  const shown: Readonly<Record<ClaimCurve['status'], { said: string; more?: ReactNode }>> = {
    waiting: { said: waiting },
    running: {
      said: words.runs,
      more: (
        <>
          <progress value={done / Math.max(1, total)} aria-label={words.progress} />
          <span aria-hidden="true">{words.running(done, total)}</span>
          {asked && (
            <button type="button" className="secondary" onClick={() => app.stopCurve()}>
              {words.stop}
            </button>
          )}
        </>
      ),
    },
    offered: { said: offer ? words.offered(offer.runs, time!) : waiting, more: draw(words.draw) },
    stopped: { said: words.stopped(done, total), more: draw(words.resume) },
    ready: { said: ready },
    failed: { said: words.failed(failure ? problems.text(failure) : ''), more: draw(words.again) },
  };
  const { said, more } = shown[status];
  return (
    <div className="curve-status">
      <span role="status" aria-label={words.label} className={status === 'running' ? 'visually-hidden' : undefined}>
        {said}
      </span>
      {more}
    </div>
  );
}
