import { parameters } from '../../experiment/parameters';
import { largeImagesOf } from '../../store/views/large-images';
import { useApp, useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { ProblemText, WayOut } from '../../ui/problem-text';

/** Only what went wrong: for frames that leave the training panel out. */
export function Trouble() {
  const status = useAppState((state) => state.run.status);
  return status === 'diverged' || status === 'failed' ? <Outcome /> : null;
}

/** What the run is doing, in words, with a way out where it went wrong. Moments are spoken by `Milestones`, these words are not. */
export function Outcome() {
  const app = useApp();
  const {
    training: { outcome: words },
    page: { again },
  } = useStrings();
  const status = useAppState(({ run }) => run.status);
  const failure = useAppState(({ run }) => run.failure);
  const cursor = useAppState(({ run }) => run.cursor);
  const replaying = useAppState(({ run }) => run.replaying);
  const shown = useAppState(({ run }) => run.latest !== null);
  const { lr, steps } = useAppState((state) => state.experiment);
  const large = useAppState((state) => largeImagesOf(state.experiment));
  const step = useAppState(({ run }) =>
    run.status === 'training' && run.cursor === null ? 0 : (run.history.at(-1)?.step ?? 0),
  );
  if (cursor !== null && status !== 'failed') {
    return (
      <div className="outcome">
        <span>{replaying ? words.replaying : words.looking(cursor)}</span>
        <button type="button" className="secondary" onClick={() => app.seek(null)}>
          {words.back(step)}
        </button>
      </div>
    );
  }
  switch (status) {
    case 'loading':
      return (
        <p className="outcome">{large === null ? (shown ? words.starting : words.loading) : words.large(large)}</p>
      );
    case 'training':
      return <p className="outcome">{words.training}</p>;
    case 'paused':
      return <p className="outcome">{step === 0 ? words.ready : words.paused}</p>;
    case 'finished':
      return <p className="outcome">{words.finished(steps)}</p>;
    case 'diverged':
      return (
        <div className="outcome bad" role="alert">
          <span>{words.diverged(step, lr)}</span>
          <button
            type="button"
            className="secondary"
            onClick={() => app.change({ lr: Math.max(parameters.lr.min, Number((lr / 4).toPrecision(2))) })}
          >
            {words.quarter}
          </button>
        </div>
      );
    case 'failed':
      return (
        <div className="outcome bad" role="alert">
          <span>{failure && <ProblemText problem={failure} />}</span>
          <button type="button" className="secondary" onClick={() => app.restart()}>
            {again}
          </button>
          <WayOut problem={failure} />
        </div>
      );
  }
}
